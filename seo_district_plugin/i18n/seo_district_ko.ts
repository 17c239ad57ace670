<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>SeoDistrict</name>
    <message>
        <source>  {layer}: {by_code:,} records by their zone code, {by_place:,} by position; {disagreements:,} disagree</source>
        <translation>  {layer}: 구역 코드로 {by_code:,}건, 위치로 {by_place:,}건을 배정(코드와 위치 불일치 {disagreements:,}건)</translation>
    </message>
    <message>
        <source>  {layer}: {count:,} lines left out: {reason}</source>
        <translation>  {layer}: 선 {count:,}개 제외: {reason}</translation>
    </message>
    <message>
        <source>  {layer}: {count:,} of {rows:,} lie more than {farthest:,.0f} m from every street: no walk leads there.</source>
        <translation>  {layer}: {rows:,}개 중 {count:,}개가 모든 도로에서 {farthest:,.0f} m보다 멀어 걸어갈 수 없는 것으로 보았습니다.</translation>
    </message>
    <message>
        <source>  {layer}: {count:,} records carry a code that no zone has ({codes})</source>
        <translation>  {layer}: 구역에 없는 코드를 가진 자료 {count:,}건({codes})</translation>
    </message>
    <message>
        <source> (of the map, {filled:,} placed by address)</source>
        <translation> (지도 중 주소로 찾은 것 {filled:,})</translation>
    </message>
    <message>
        <source> + filtered out {filtered:,}</source>
        <translation> + 걸러냄 {filtered:,}</translation>
    </message>
    <message>
        <source> Did you mean {name}?</source>
        <translation> (비슷한 이름: {name})</translation>
    </message>
    <message>
        <source>&apos;{factor}&apos; alone tells events from the rest almost without error (AUROC {auroc:.3f}). Mostly that is the label in another dress, such as a field filled in after the event: check it before you believe anything.</source>
        <translation>&apos;{factor}&apos; 하나만으로 발생 여부가 거의 그대로 구분됩니다(AUROC {auroc:.3f}). 대개 발생 뒤에 기록한 필드처럼 라벨이 다른 이름으로 들어간 경우입니다. 결과를 믿기 전에 확인하십시오.</translation>
    </message>
    <message>
        <source>&apos;{factor}&apos; has the same value everywhere and was not used.</source>
        <translation>&apos;{factor}&apos;은(는) 모든 곳의 값이 같아 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>&apos;{factor}&apos; is in {found}, but the model has learned it in {needed}: check the values.</source>
        <translation>&apos;{factor}&apos;의 단위는 {found}이지만 모델은 {needed} 단위로 학습했습니다. 값을 확인하십시오.</translation>
    </message>
    <message>
        <source>&apos;{factor}&apos;: classes {classes} have fewer than {rows} places each; what is learned of them is chance.</source>
        <translation>&apos;{factor}&apos;: 분류 {classes}은(는) 지점이 각각 {rows}곳 미만이므로 학습한 내용이 우연일 수 있습니다.</translation>
    </message>
    <message>
        <source>&apos;{field}&apos; has the same value ({value}) everywhere: it cannot tell the places apart.</source>
        <translation>&apos;{field}&apos; 기준은 모든 장소의 값이 같아({value}) 장소를 구별하지 못합니다.</translation>
    </message>
    <message>
        <source>&apos;{field}&apos; has the weight 0 and changes nothing.</source>
        <translation>&apos;{field}&apos; 기준은 가중치가 0이어서 결과에 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>&apos;{field}&apos;: {count:,} places have a category without a value ({categories}) and get no score.</source>
        <translation>&apos;{field}&apos;: 점수가 지정되지 않은 분류({categories})에 해당하는 장소 {count:,}곳은 평가하지 않았습니다.</translation>
    </message>
    <message>
        <source>&apos;{field}&apos;: {count:,} values are no numbers (for example &apos;{example}&apos;) and count as missing.</source>
        <translation>&apos;{field}&apos;: 숫자가 아닌 값 {count:,}개(예: &apos;{example}&apos;)를 빈 값으로 처리하였습니다.</translation>
    </message>
    <message>
        <source>&apos;{file}&apos; is no model file of this plugin. Choose the file that &apos;Train a susceptibility model&apos; has written.</source>
        <translation>&apos;{file}&apos;은(는) 이 플러그인의 모델 파일이 아닙니다. &apos;발생 가능성 모델 학습&apos; 도구가 저장한 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>&apos;{goal}&apos; is no goal. There are: {known}.</source>
        <translation>&apos;{goal}&apos;이라는 목표는 없습니다. 있는 목표: {known}.</translation>
    </message>
    <message>
        <source>&apos;{kind}&apos; is no kind of column. Possible: {allowed}.</source>
        <translation>&apos;{kind}&apos;은(는) 지원하지 않는 열 종류입니다. 사용 가능: {allowed}.</translation>
    </message>
    <message>
        <source>&apos;{layer}&apos; has no elevation at {count:,} of {nodes:,} crossings: streets there count as flat.</source>
        <translation>&apos;{layer}&apos;에 교차점 {nodes:,}개 중 {count:,}개의 표고가 없습니다. 그곳의 도로는 평지로 봅니다.</translation>
    </message>
    <message>
        <source>&apos;{layer}&apos; has no field called id: its rows are written as # with the feature id.</source>
        <translation>&apos;{layer}&apos;에 id 필드가 없어 각 행을 #과 피처 ID로 표시합니다.</translation>
    </message>
    <message>
        <source>&apos;{layer}&apos;: all {rows:,} rows lie more than {farthest:,.0f} m from every street. Do the streets cover the same area?</source>
        <translation>&apos;{layer}&apos;: {rows:,}행 모두 도로에서 {farthest:,.0f} m보다 멀리 있습니다. 도로 자료가 같은 지역인지 확인하십시오.</translation>
    </message>
    <message>
        <source>&apos;{layer}&apos;: no row of the field &apos;{field}&apos; has a capacity above 0.</source>
        <translation>&apos;{layer}&apos;: &apos;{field}&apos; 필드에 0보다 큰 정원이 없습니다.</translation>
    </message>
    <message>
        <source>&apos;{layer}&apos;: no row of the field &apos;{field}&apos; has a weight above 0.</source>
        <translation>&apos;{layer}&apos;: &apos;{field}&apos; 필드에 0보다 큰 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>&apos;{layer}&apos;: the field &apos;{field}&apos; has {count:,} capacities below 0: {first}.</source>
        <translation>&apos;{layer}&apos;: &apos;{field}&apos; 필드에 음수인 용량이 {count:,}개 있습니다: {first}.</translation>
    </message>
    <message>
        <source>&apos;{layer}&apos;: the field &apos;{field}&apos; has {count:,} costs of opening below 0: {first}.</source>
        <translation>&apos;{layer}&apos;: &apos;{field}&apos; 필드에 음수인 설치 비용이 {count:,}개 있습니다: {first}.</translation>
    </message>
    <message>
        <source>&apos;{layer}&apos;: the field &apos;{field}&apos; has {count:,} weights below 0 or without end: {first}.</source>
        <translation>&apos;{layer}&apos;: &apos;{field}&apos; 필드에 음수이거나 무한대인 가중치가 {count:,}개 있습니다: {first}.</translation>
    </message>
    <message>
        <source>&apos;{layer}&apos;: {count:,} existing sites have no capacity. Give them a field &apos;{field}&apos;, or give CAPACITY.</source>
        <translation>&apos;{layer}&apos;: 기존 시설 {count:,}곳에 용량이 없습니다. &apos;{field}&apos; 필드를 추가하거나 CAPACITY를 지정하십시오.</translation>
    </message>
    <message>
        <source>&apos;{layer}&apos;: {count:,} ids of the field &apos;{field}&apos; occur more than once ({first}); the cost table needs each only once.</source>
        <translation>&apos;{layer}&apos;: &apos;{field}&apos; 필드의 ID {count:,}개가 두 번 이상 나옵니다({first}). 비용표를 쓰려면 ID가 하나씩만 있어야 합니다.</translation>
    </message>
    <message>
        <source>&apos;{layer}&apos;: {count:,} services stand on the spot of another one. Each counts with its capacity; if they are listed twice, remove the duplicates first.</source>
        <translation>&apos;{layer}&apos;: 시설 {count:,}개가 다른 시설과 같은 위치에 있습니다. 각각의 정원을 모두 반영합니다. 중복 등록이면 먼저 중복을 제거하십시오.</translation>
    </message>
    <message>
        <source>&apos;{level}&apos; is no level. Possible: {known}.</source>
        <translation>&apos;{level}&apos;은(는) 알 수 없는 수준입니다. 가능한 값: {known}.</translation>
    </message>
    <message>
        <source>&apos;{method}&apos; is no method. Possible: {known}.</source>
        <translation>&apos;{method}&apos; 방법은 사용할 수 없습니다. 사용할 수 있는 방법: {known}</translation>
    </message>
    <message>
        <source>&apos;{model}&apos; is no model. Possible: {known}.</source>
        <translation>&apos;{model}&apos;은(는) 모델이 아닙니다. 가능한 값: {known}.</translation>
    </message>
    <message>
        <source>&apos;{profile}&apos; is no way of writing addresses. Possible: {known}.</source>
        <translation>&apos;{profile}&apos;은(는) 알 수 없는 주소 표기 방식입니다. 가능한 값: {known}.</translation>
    </message>
    <message>
        <source>&apos;{register}&apos; is none of the registers.</source>
        <translation>&apos;{register}&apos;은(는) 등록부 목록에 없습니다.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no code of the Korean national grid.</source>
        <translation>&apos;{text}&apos; 코드는 국가격자 코드가 아닙니다.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no group of ages. Give groups such as 0-5,6-12,13-18,19-64,65+.</source>
        <translation>&apos;{text}&apos;은(는) 연령대가 아닙니다. 0-5,6-12,13-18,19-64,65+와 같이 입력하십시오.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no possible value of &apos;{name}&apos;.</source>
        <translation>&apos;{value}&apos;은(는) &apos;{name}&apos;에 쓸 수 없는 값입니다.</translation>
    </message>
    <message>
        <source>, within {radius:g} m</source>
        <translation>, 반경 {radius:g} m 이내</translation>
    </message>
    <message>
        <source>1 Prepare data</source>
        <translation>1 자료 준비</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1행</translation>
    </message>
    <message>
        <source>100% to 150% of the mean</source>
        <translation>평균의 100~150%</translation>
    </message>
    <message>
        <source>15 to 60 m</source>
        <translation>15~60 m</translation>
    </message>
    <message>
        <source>2 Pedestrian traffic</source>
        <translation>2 유동인구·보행</translation>
    </message>
    <message>
        <source>2 rows</source>
        <translation>2행</translation>
    </message>
    <message>
        <source>200 to 1,000 m</source>
        <translation>200~1,000 m</translation>
    </message>
    <message>
        <source>3 Site selection</source>
        <translation>3 입지 선정</translation>
    </message>
    <message>
        <source>3 rows</source>
        <translation>3행</translation>
    </message>
    <message>
        <source>4 Flood and snow</source>
        <translation>4 침수·대설</translation>
    </message>
    <message>
        <source>4 rows or more</source>
        <translation>4행 이상</translation>
    </message>
    <message>
        <source>5 Youth safety</source>
        <translation>5 청소년 안심귀가</translation>
    </message>
    <message>
        <source>6 Trust and publishing</source>
        <translation>6 개인정보 보호·데이터 개방</translation>
    </message>
    <message>
        <source>60 to 200 m</source>
        <translation>60~200 m</translation>
    </message>
    <message>
        <source>7 Ready-made chains</source>
        <translation>7 분석 모델</translation>
    </message>
    <message>
        <source>90 % are below</source>
        <translation>90% 이하</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95% 구간</translation>
    </message>
    <message>
        <source>; mostly {services}</source>
        <translation>, 주로 {services}</translation>
    </message>
    <message>
        <source>A code was turned into a rounded number (such as 1.0E+10); its digits are lost.</source>
        <translation>코드가 반올림된 숫자(예: 1.0E+10)로 바뀌어 자릿수가 손실되었습니다.</translation>
    </message>
    <message>
        <source>A date of zeros.</source>
        <translation>0으로만 된 날짜입니다.</translation>
    </message>
    <message>
        <source>A distance between open sites needs at least two of them, one of them new.</source>
        <translation>시설 간 거리를 계산하려면 시설이 두 곳 이상이고 그중 한 곳 이상이 신규여야 합니다.</translation>
    </message>
    <message>
        <source>A file could not be read or written ({problem}): the disk may be full or the folder read-only. Nothing that was there has been changed.</source>
        <translation>파일을 읽거나 쓰지 못하였습니다({problem}). 디스크 용량과 폴더의 쓰기 권한을 확인하십시오. 기존 파일은 변경되지 않았습니다.</translation>
    </message>
    <message>
        <source>A good merge has two hills with a valley between them: pairs that differ on the left, pairs that agree on the right. Pairs in the valley are in doubt; joined is what has a probability of {threshold:g} or more.</source>
        <translation>좋은 통합은 언덕이 둘이고 사이가 낮습니다. 왼쪽은 다른 짝, 오른쪽은 같은 짝입니다. 사이에 있는 짝은 판단이 어려우며, 확률이 {threshold:g} 이상이면 연결합니다.</translation>
    </message>
    <message>
        <source>A hot spot says that high values lie together more than by chance. It says neither why nor that it is bad.</source>
        <translation>핫스팟은 높은 값이 우연 이상으로 모여 있음을 뜻합니다. 그 이유나 나쁜 곳이라는 뜻은 아닙니다.</translation>
    </message>
    <message>
        <source>A lag of {lag} does not fit {periods} periods.</source>
        <translation>기간이 {periods}개일 때 시차 {lag}은(는) 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>A made-up district is written to a folder of your computer. It is synthetic: nothing in it is real.</source>
        <translation>가상의 자치구를 컴퓨터의 폴더에 만듭니다. 모두 합성 자료이며 실제와 관련이 없습니다.</translation>
    </message>
    <message>
        <source>A made-up district with {people:,} residents, {buildings:,} buildings, {layers} layers and {rows:,} rows of raw files. Nothing in it is real.</source>
        <translation>인구 {people:,}명, 건물 {buildings:,}동, 레이어 {layers}개, 원자료 {rows:,}행으로 이루어진 가상의 자치구입니다. 실제 자료가 아닙니다.</translation>
    </message>
    <message>
        <source>A misspelled street is mended only if exactly one street of the district differs by one letter or syllable, the house number exists there, and the dong does not contradict. Digits are never corrected.</source>
        <translation>도로명 오타는 같은 시군구에서 한 글자(자모)만 다른 도로가 하나뿐이고, 그 건물번호가 실제로 있으며, 동이 어긋나지 않을 때만 바로잡습니다. 숫자는 고치지 않습니다.</translation>
    </message>
    <message>
        <source>A number of people is negative or infinite (first in row {row}). Mend the field, or choose another one.</source>
        <translation>사람 수가 음수이거나 무한대입니다(처음 {row}행). 필드를 고치거나 다른 필드를 선택하십시오.</translation>
    </message>
    <message>
        <source>A number such as 10-2 was turned into a date.</source>
        <translation>10-2와 같은 번호가 날짜로 바뀌었습니다.</translation>
    </message>
    <message>
        <source>A place is inside the area of applicability when it is no less like the training places than these are like those of other folds: dissimilarity at most {threshold:.3f}.</source>
        <translation>어떤 곳의 조건이 학습 지점과 비슷한 정도가, 학습 지점이 다른 폴드의 학습 지점과 비슷한 정도보다 못하지 않으면 적용 가능 영역 안입니다. 기준은 비유사도 {threshold:.3f} 이하입니다.</translation>
    </message>
    <message>
        <source>A point on the border of two zones belongs to exactly one of them, so that sums over zones add up.</source>
        <translation>두 구역의 경계에 놓인 점은 그중 한 구역에만 포함하므로 구역별 합계를 더하면 전체와 일치합니다.</translation>
    </message>
    <message>
        <source>A share of events must lie between 0 and 1; {name} is {rate}.</source>
        <translation>발생 비율은 0과 1 사이여야 합니다. {name}의 값: {rate}</translation>
    </message>
    <message>
        <source>A table of places by times is needed; the values have {dimensions} dimension(s).</source>
        <translation>장소와 시점으로 된 표가 필요합니다. 입력값은 {dimensions}차원입니다.</translation>
    </message>
    <message>
        <source>A target belongs to the zone that holds a point inside it.</source>
        <translation>배분 대상은 내부 점이 속한 구역에 포함됩니다.</translation>
    </message>
    <message>
        <source>A target belongs to the zone that holds its point.</source>
        <translation>배분 대상은 그 점이 속한 구역에 포함됩니다.</translation>
    </message>
    <message>
        <source>A target that lies in several zones gives each of them the part of its weight that its area has there; what lies in no zone takes its part of the weight with it.</source>
        <translation>여러 구역에 걸친 대상은 구역별 면적 비율만큼 가중치를 나누어 가집니다. 어느 구역에도 속하지 않는 부분의 가중치는 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>A walking speed of {speed:g} km/h is not possible; it must lie between 0.5 and 10.</source>
        <translation>보행 속도 {speed:g} km/h는 있을 수 없습니다. 0.5~10 사이로 입력하십시오.</translation>
    </message>
    <message>
        <source>A zone may be served by a site in another one.</source>
        <translation>다른 구역의 시설을 이용할 수도 있습니다.</translation>
    </message>
    <message>
        <source>A zone with many people and few rows is one that the data know little of; a zone with many people and no new center has one near by, or is why the next center should be asked for.</source>
        <translation>사람은 많은데 자료 행이 적은 구역은 자료가 부족한 곳입니다. 사람은 많은데 새 센터가 없는 구역은 가까이에 센터가 있거나, 다음 센터를 요청할 근거입니다.</translation>
    </message>
    <message>
        <source>ABSENCE_BUFFER must not be below 0, but is {buffer}.</source>
        <translation>ABSENCE_BUFFER는 0 이상이어야 합니다. 현재 값: {buffer}</translation>
    </message>
    <message>
        <source>ABSENCE_RATIO must be above 0, not {ratio}.</source>
        <translation>ABSENCE_RATIO는 0보다 커야 합니다. 현재 값: {ratio}</translation>
    </message>
    <message>
        <source>AUPRC (share of events among the places called; chance = share of events)</source>
        <translation>AUPRC(지목한 곳 가운데 실제 발생 비율, 우연 = 발생 비율)</translation>
    </message>
    <message>
        <source>AUROC (order; 0.5 = chance)</source>
        <translation>AUROC(순서의 정확도, 0.5 = 우연)</translation>
    </message>
    <message>
        <source>AUROC on the places it was learned from (never a figure of quality)</source>
        <translation>AUROC, 학습 지점 자체(성능 수치가 아님)</translation>
    </message>
    <message>
        <source>AUROC on the training places themselves</source>
        <translation>AUROC, 학습 지점 자체</translation>
    </message>
    <message>
        <source>AUROC, all held-out places of a repeat together</source>
        <translation>AUROC, 반복마다 떼어 둔 지점 전체</translation>
    </message>
    <message>
        <source>AUROC, random cross-validation</source>
        <translation>AUROC, 무작위 교차검증</translation>
    </message>
    <message>
        <source>AUROC, random cross-validation (pooled)</source>
        <translation>AUROC, 무작위 교차검증(통합)</translation>
    </message>
    <message>
        <source>AUROC, spatial cross-validation (mean)</source>
        <translation>AUROC, 공간 교차검증(평균)</translation>
    </message>
    <message>
        <source>AUROC, spatial cross-validation (pooled)</source>
        <translation>AUROC, 공간 교차검증(통합)</translation>
    </message>
    <message>
        <source>AUROC, spatial, lower bound</source>
        <translation>AUROC, 공간 교차검증 하한</translation>
    </message>
    <message>
        <source>AUROC, spatial, upper bound</source>
        <translation>AUROC, 공간 교차검증 상한</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>미발생 지점 수</translation>
    </message>
    <message>
        <source>Absences drawn</source>
        <translation>뽑은 미발생 지점</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>접근성</translation>
    </message>
    <message>
        <source>Accessibility of each place, compared with the mean</source>
        <translation>장소별 접근성(평균 대비)</translation>
    </message>
    <message>
        <source>Accumulated local effects: how the score changes along a factor where training places are; all curves have the same scale. What the model uses is no proof of a cause.</source>
        <translation>누적 국소 효과: 학습 지점이 있는 범위에서 요인 값에 따라 점수가 달라지는 정도입니다. 모든 곡선의 눈금이 같습니다. 모델이 사용한다고 해서 원인이라는 뜻은 아닙니다.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Addresses tested</source>
        <translation>검증한 주소 수</translation>
    </message>
    <message>
        <source>Age group</source>
        <translation>연령대</translation>
    </message>
    <message>
        <source>Age groups were asked for, but no column of ages was recognized among: {columns}. Leave GROUPS empty to allocate everybody together.</source>
        <translation>연령대가 지정되었으나 연령별 열을 찾지 못하였습니다. 있는 열: {columns}. 전체 인구를 배분하려면 GROUPS를 비워 두십시오.</translation>
    </message>
    <message>
        <source>Ages and the future refer to {today}.</source>
        <translation>경과일과 미래 날짜의 기준일: {today}.</translation>
    </message>
    <message>
        <source>Ages that were divided</source>
        <translation>나누어 배분한 연령</translation>
    </message>
    <message>
        <source>All distances are 0 or nobody is served: there is nothing to compare.</source>
        <translation>모든 거리가 0이거나 이용 가능한 사람이 없어 비교할 대상이 없습니다.</translation>
    </message>
    <message>
        <source>All fields are text, {fields} of them hold numbers: the file was opened without types.</source>
        <translation>모든 필드가 텍스트이고 그중 {fields}개는 숫자입니다. 필드 유형 없이 연 파일입니다.</translation>
    </message>
    <message>
        <source>All of them lie inside the area of applicability of the model.</source>
        <translation>모두 모델의 적용 가능 영역 안에 있습니다.</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>전체 장소</translation>
    </message>
    <message>
        <source>All places lie inside the area of applicability: the training places are like them.</source>
        <translation>모두 적용 가능 영역 안에 있습니다. 조건이 비슷한 학습 지점이 있다는 뜻입니다.</translation>
    </message>
    <message>
        <source>All places together</source>
        <translation>전체 장소</translation>
    </message>
    <message>
        <source>All rows are of one event. Validation by event needs two or more; choose k-means or blocks instead.</source>
        <translation>모든 행이 한 사건에 속합니다. 사건별 검증에는 사건이 둘 이상 필요합니다. k-평균이나 블록을 선택하십시오.</translation>
    </message>
    <message>
        <source>All values are equal ({value}), so no place stands out.</source>
        <translation>모든 값이 {value}(으)로 같아 두드러진 곳을 가릴 수 없습니다.</translation>
    </message>
    <message>
        <source>All values are those of row {first}.</source>
        <translation>모든 값이 같은 행이 있습니다: 피처 {first}.</translation>
    </message>
    <message>
        <source>All values but {fields} are those of row {first}.</source>
        <translation>다음 필드 외의 모든 값이 같은 행이 있습니다({fields}): 피처 {first}.</translation>
    </message>
    <message>
        <source>All weights are equal: nobody has said otherwise. Give a criteria table or comparisons to change them.</source>
        <translation>가중치를 지정하지 않아 모든 기준에 같은 가중치를 적용하였습니다. 변경하려면 기준표 또는 쌍대비교를 입력하십시오.</translation>
    </message>
    <message>
        <source>All {places:,} places are excluded by the rules ({rules}).</source>
        <translation>장소 {places:,}곳이 모두 제외 규칙에 해당하여 평가할 장소가 없습니다({rules}).</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>배분</translation>
    </message>
    <message>
        <source>Allocating the people</source>
        <translation>인구 배분</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>단독</translation>
    </message>
    <message>
        <source>Along streets: straight from the center of the zone to the nearest street (at most {farthest:g} m), along the streets, and straight to the feature; both straight parts count. Everybody walks both ways along every open street.</source>
        <translation>도로를 따라: 구역 중심에서 가장 가까운 도로까지 직선(최대 {farthest:g} m), 도로를 따라, 다시 대상까지 직선으로 재며 두 직선 구간도 포함합니다. 열린 도로는 양방향으로 걷습니다.</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>대안</translation>
    </message>
    <message>
        <source>Among the best {top}: score {score:.3f}, rank {rank:,} of {count:,}.</source>
        <translation>상위 {top}곳에 포함됩니다. 점수는 {score:.3f}, 순위는 {count:,}곳 중 {rank:,}위입니다.</translation>
    </message>
    <message>
        <source>An address with a wrong house number that exists elsewhere cannot be told from a right one, unless its lot contradicts it.</source>
        <translation>건물번호가 잘못되었더라도 그 번호가 실제로 있으면, 지번과 어긋나지 않는 한 잘못을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>An earlier sample is there: what its folders &apos;sample&apos; and &apos;results&apos; hold is made anew.</source>
        <translation>이전에 만든 예제가 있습니다. 다시 만들면 &apos;sample&apos;, &apos;results&apos; 폴더의 내용이 새로 바뀝니다.</translation>
    </message>
    <message>
        <source>An existing site stands here and stays.</source>
        <translation>이곳의 기존 시설을 유지합니다.</translation>
    </message>
    <message>
        <source>An inventory shows where something was seen and reported; where nobody looked, nothing was found.</source>
        <translation>발생 자료는 누군가 보고 신고한 곳의 기록입니다. 아무도 보지 않은 곳의 발생은 기록되지 않습니다.</translation>
    </message>
    <message>
        <source>Analysis CRS: {crs} ({name}), as given.</source>
        <translation>분석 좌표계: {crs}({name}). 지정한 좌표계를 사용합니다.</translation>
    </message>
    <message>
        <source>Analysis CRS: {crs} ({name}), that of the first layer: metric and true to scale.</source>
        <translation>분석 좌표계: {crs}({name}). 미터 단위이고 축척 오차가 작은 첫 번째 레이어의 좌표계를 사용합니다.</translation>
    </message>
    <message>
        <source>Analysis CRS: {crs} ({name}), the Korean belt of the data; the first layer is in {declared}.</source>
        <translation>분석 좌표계: {crs}({name}). 첫 번째 레이어의 좌표계({declared}) 대신 자료 위치에 맞는 국내 평면직각좌표계 원점을 사용합니다.</translation>
    </message>
    <message>
        <source>Analysis CRS: {crs} ({name}), the UTM zone of the data; the first layer is in {declared}.</source>
        <translation>분석 좌표계: {crs}({name}). 첫 번째 레이어의 좌표계({declared}) 대신 자료 위치에 맞는 UTM 구역을 사용합니다.</translation>
    </message>
    <message>
        <source>Angular: the straightest way, counted in degrees turned at crossings and bends, within the radius in meters; a way that enters a crossing from one street cannot cut its corner.</source>
        <translation>각도: 교차점과 굽은 곳에서 꺾는 각도(도)의 합이 가장 작은 길을 반경(m) 안에서 찾습니다. 교차점에 들어온 길은 모서리를 질러갈 수 없습니다.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답변</translation>
    </message>
    <message>
        <source>Answering for the places asked about</source>
        <translation>묻는 장소에 대한 답을 구하는 중</translation>
    </message>
    <message>
        <source>Applying the exclusion rules</source>
        <translation>제외 규칙 적용 중</translation>
    </message>
    <message>
        <source>Applying the rules to the candidates</source>
        <translation>후보지에 조건을 적용하는 중</translation>
    </message>
    <message>
        <source>Are both the same business?</source>
        <translation>같은 업소입니까?</translation>
    </message>
    <message>
        <source>Are the probabilities right?</source>
        <translation>확률이 실제와 맞는가</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>면적</translation>
    </message>
    <message>
        <source>Area of applicability: rule of Meyer and Pebesma, factors weighted by their importance on held-out blocks, training places compared with those of other folds.</source>
        <translation>적용 가능 영역: Meyer와 Pebesma의 규칙. 떼어 둔 블록에서 구한 중요도로 요인에 가중치를 주고, 학습 지점은 다른 폴드의 학습 지점과 비교합니다.</translation>
    </message>
    <message>
        <source>Area of applicability: the distance of a place to the nearest training place, in standardized factors weighted by their importance, divided by the mean distance between training places, is at most the threshold learned by cross-validation.</source>
        <translation>적용 가능 영역: 표준화하고 중요도로 가중한 요인 공간에서 가장 가까운 학습 지점까지의 거리를 학습 지점 간 평균 거리로 나눈 값이 교차검증으로 정한 임계값 이하인 곳입니다.</translation>
    </message>
    <message>
        <source>Area under the success-rate curve</source>
        <translation>성공률 곡선 아래 면적</translation>
    </message>
    <message>
        <source>Areas with the most people first</source>
        <translation>인구가 많은 지역 순</translation>
    </message>
    <message>
        <source>As 2SFCA, but the nearer a service, the more it counts, in both steps.</source>
        <translation>2SFCA와 같으나 두 단계 모두에서 가까운 시설일수록 크게 계산합니다.</translation>
    </message>
    <message>
        <source>As E2SFCA, but people who can choose among several services count less at each of them.</source>
        <translation>E2SFCA와 같으나 여러 시설을 선택할 수 있는 인구는 시설마다 나누어 계산합니다.</translation>
    </message>
    <message>
        <source>As good as the sites chosen: with it instead of {instead} the result is the same.</source>
        <translation>선정된 시설과 같은 수준입니다. {instead} 대신 넣어도 결과가 같습니다.</translation>
    </message>
    <message>
        <source>Ask the provider whether blank means none or not known; do not take it for 0.</source>
        <translation>빈값이 &apos;없음&apos;인지 &apos;미상&apos;인지 제공기관에 확인하십시오. 0으로 보지 마십시오.</translation>
    </message>
    <message>
        <source>At least 1 permutation is needed, not {permutations}.</source>
        <translation>순열 횟수는 1회 이상이어야 합니다(입력값 {permutations}).</translation>
    </message>
    <message>
        <source>At least 2 folds are needed, not {folds}.</source>
        <translation>폴드는 2개 이상이어야 합니다. 현재 값: {folds}</translation>
    </message>
    <message>
        <source>At least one neighbor is needed, not {count}.</source>
        <translation>이웃 수는 1 이상이어야 합니다(입력값 {count}).</translation>
    </message>
    <message>
        <source>At least one route is needed, not {count}.</source>
        <translation>경로 수는 1 이상이어야 합니다(입력값 {count}).</translation>
    </message>
    <message>
        <source>At least {least} labels of each kind are needed to learn from; there are {same:,} for the same and {different:,} for different ones.</source>
        <translation>학습하려면 &apos;같음&apos;과 &apos;다름&apos; 레이블이 각각 {least}개 이상 필요합니다. 현재 &apos;같음&apos; {same:,}개, &apos;다름&apos; {different:,}개입니다.</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>At random, mean</source>
        <translation>무작위, 평균</translation>
    </message>
    <message>
        <source>At {radius:,} m {share:.0%} of the segments lose over a tenth of their circle at the edge of the data.</source>
        <translation>반경 {radius:,}m에서는 구간의 {share:.0%}가 원의 10% 넘는 부분을 자료 경계 밖에서 잃습니다.</translation>
    </message>
    <message>
        <source>Average precision (AUPRC)</source>
        <translation>평균 정밀도(AUPRC)</translation>
    </message>
    <message>
        <source>Bands that the model does not know were not used: {names}</source>
        <translation>모델에 없어 사용하지 않은 밴드: {names}</translation>
    </message>
    <message>
        <source>Best means best by the stated goal, people, candidates and rules. Rent, consent of the owner, and whether parents would come are not judged.</source>
        <translation>최적이란 정해진 목표·사람·후보지·조건에서 가장 좋다는 뜻입니다. 임차료, 소유자 동의, 실제 이용 의사는 판단하지 않습니다.</translation>
    </message>
    <message>
        <source>Best means best by the stated objective, demand, costs and rules. What is not among them (ownership, rent, permits, staff) is not judged.</source>
        <translation>최적이란 제시한 목적, 수요, 비용, 규칙에서 가장 좋다는 뜻입니다. 여기에 없는 사항(소유권, 임차료, 인허가, 인력)은 판단하지 않습니다.</translation>
    </message>
    <message>
        <source>Best places</source>
        <translation>상위 장소</translation>
    </message>
    <message>
        <source>Betweenness</source>
        <translation>매개 중심성</translation>
    </message>
    <message>
        <source>Betweenness (angular)</source>
        <translation>매개 중심성(각도)</translation>
    </message>
    <message>
        <source>Betweenness: share of the shortest ways between any two crossings within the radius that run along the street, several shortest ways counted in equal parts (Brandes, exact).</source>
        <translation>매개 중심성: 반경 안의 두 교차점 사이 최단 경로 중 그 도로를 지나는 몫입니다. 최단 경로가 여럿이면 똑같이 나누어 셉니다(Brandes, 정확한 값).</translation>
    </message>
    <message>
        <source>Blanks around texts</source>
        <translation>앞뒤 공백</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>묶음 수</translation>
    </message>
    <message>
        <source>Blocks divided</source>
        <translation>나눈 묶음</translation>
    </message>
    <message>
        <source>Blocks of {wanted:,.0f} m would be too few; blocks of {size:,.0f} m were taken. The figures may still be too good.</source>
        <translation>{wanted:,.0f} m 블록으로는 블록 수가 모자라 {size:,.0f} m 블록을 사용했습니다. 성능이 여전히 실제보다 높게 나올 수 있습니다.</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>한계값</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>지점명</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>브라이어 점수</translation>
    </message>
    <message>
        <source>Brier score (less is better)</source>
        <translation>브라이어 점수(작을수록 좋음)</translation>
    </message>
    <message>
        <source>Brought onto the grid of &apos;{title}&apos;, interpolated (bilinear): {names}</source>
        <translation>&apos;{title}&apos;의 격자에 맞춤(공일차 보간): {names}</translation>
    </message>
    <message>
        <source>Brought onto the grid of &apos;{title}&apos;, nearest cell (classes): {names}</source>
        <translation>&apos;{title}&apos;의 격자에 맞춤(분류, 최근린): {names}</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>건물</translation>
    </message>
    <message>
        <source>By address</source>
        <translation>주소로 찾음</translation>
    </message>
    <message>
        <source>By area alone</source>
        <translation>면적만으로 배분</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>집단별</translation>
    </message>
    <message>
        <source>By number of people. Rank as on the map.</source>
        <translation>인구가 많은 순서입니다. 순위는 지도와 같습니다.</translation>
    </message>
    <message>
        <source>By zone</source>
        <translation>구역별</translation>
    </message>
    <message>
        <source>CATEGORICAL names {names}, which are no factors. Factors are: {factors}.</source>
        <translation>CATEGORICAL의 {names}은(는) 요인이 아닙니다. 요인: {factors}</translation>
    </message>
    <message>
        <source>COST = network needs {parameter}.</source>
        <translation>COST = network에는 {parameter}이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>COST = table needs {parameter}.</source>
        <translation>COST = table에는 {parameter}이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>CP949 text was read as Latin letters.</source>
        <translation>CP949 텍스트를 라틴 문자로 읽었습니다.</translation>
    </message>
    <message>
        <source>CRS</source>
        <translation>좌표계</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>보정</translation>
    </message>
    <message>
        <source>Calibration in the large (0 is right)</source>
        <translation>평균 확률의 치우침(0이 알맞음)</translation>
    </message>
    <message>
        <source>Calibration intercept</source>
        <translation>보정 절편</translation>
    </message>
    <message>
        <source>Calibration slope</source>
        <translation>보정 기울기</translation>
    </message>
    <message>
        <source>Calibration slope (1 is right; less: too bold)</source>
        <translation>보정 기울기(1이 알맞고 작으면 지나치게 극단적)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Candidates that break it</source>
        <translation>어긋난 후보지</translation>
    </message>
    <message>
        <source>Cannot be opened: {names}</source>
        <translation>열 수 없는 레이어: {names}</translation>
    </message>
    <message>
        <source>Capacitated p-median: open so many sites that the sum of weight times cost is least while no site serves more than its capacity.</source>
        <translation>용량 제한 p-median: 어느 시설도 용량을 넘지 않으면서 가중치와 비용을 곱한 합을 최소로 합니다.</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>정원</translation>
    </message>
    <message>
        <source>Capacity per 1,000 of them</source>
        <translation>예상 이용 인구 1,000명당 정원</translation>
    </message>
    <message>
        <source>Capacity per 1,000 people</source>
        <translation>인구 1,000명당 정원</translation>
    </message>
    <message>
        <source>Catchment: {radius:,.0f} m {way}.</source>
        <translation>이용권: {way} {radius:,.0f} m.</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>셀 수</translation>
    </message>
    <message>
        <source>Cells inside the polygons, of which a random part was used</source>
        <translation>폴리곤 안의 셀(그중 일부를 무작위로 사용)</translation>
    </message>
    <message>
        <source>Cells of the Korean national grid (EPSG:5179). A code has two letters for the 100 km square and the lower left corner of the cell: 2+2 digits in km (1 km cells), 3+3 in 100 m (100 m cells), else 4+4 in 10 m.</source>
        <translation>국가격자(EPSG:5179)에 맞춘 격자입니다. 격자 코드는 100 km 구획을 나타내는 두 글자와 격자 왼쪽 아래 모서리의 위치를 나타내는 숫자로 이루어집니다. 숫자는 1 km 격자이면 km 단위 2+2자리, 100 m 격자이면 100 m 단위 3+3자리, 그 밖의 격자이면 10 m 단위 4+4자리입니다.</translation>
    </message>
    <message>
        <source>Cells of {size} m cannot be made. Give a size above 0.</source>
        <translation>{size} m 격자는 만들 수 없습니다. 0보다 큰 크기를 입력하십시오.</translation>
    </message>
    <message>
        <source>Cells on the district&apos;s edge reach beyond it unless they are clipped; the field &apos;share&apos; says how much is inside.</source>
        <translation>구 경계의 격자는 경계에서 자르지 않으면 구 밖까지 걸칩니다. 구 안에 있는 비율은 &apos;share&apos; 필드에서 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Centers</source>
        <translation>센터</translation>
    </message>
    <message>
        <source>Centers that stay the same</source>
        <translation>그대로인 센터</translation>
    </message>
    <message>
        <source>Centralities</source>
        <translation>중심성</translation>
    </message>
    <message>
        <source>Centralities describe the network, not people: they are an index of potential, not a count.</source>
        <translation>중심성은 사람이 아니라 가로망을 설명합니다. 잠재력의 지표이며 통행량이 아닙니다.</translation>
    </message>
    <message>
        <source>Centralities of {segments:,} street segments ({length:,.0f} km) within {radii} m.</source>
        <translation>도로 {segments:,}구간({length:,.0f}km)의 반경 {radii}m 중심성을 계산했습니다.</translation>
    </message>
    <message>
        <source>Change of the score</source>
        <translation>점수의 변화</translation>
    </message>
    <message>
        <source>Changed by a table program</source>
        <translation>엑셀 등에서 변형된 값</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>점검 항목</translation>
    </message>
    <message>
        <source>Checked as standard data set &apos;{schema}&apos;.</source>
        <translation>표준데이터 &apos;{schema}&apos;의 규칙으로 점검했습니다.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>점검하는 중</translation>
    </message>
    <message>
        <source>Choose fields, give a criteria table, or choose packaged criteria.</source>
        <translation>기준으로 쓸 필드를 선택하거나, 기준표를 입력하거나, 내장 기준을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choosing the cells inside the district</source>
        <translation>구 안의 격자 선택 중</translation>
    </message>
    <message>
        <source>Chosen: rank {rank}.</source>
        <translation>선정됨: {rank}순위.</translation>
    </message>
    <message>
        <source>City district: sites and risks</source>
        <translation>자치구 입지·위험 분석</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Closed businesses are part of the licensing data; filter by status or use &apos;only open businesses&apos;.</source>
        <translation>인허가 자료에는 폐업한 업소도 들어 있습니다. 영업상태로 걸러내거나 &apos;영업 중인 업소만&apos;을 선택하십시오.</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>폐업일</translation>
    </message>
    <message>
        <source>Closed: a new site elsewhere serves better.</source>
        <translation>폐쇄: 다른 곳의 신규 시설이 더 유리합니다.</translation>
    </message>
    <message>
        <source>Closeness</source>
        <translation>근접 중심성</translation>
    </message>
    <message>
        <source>Closeness (angular)</source>
        <translation>근접 중심성(각도)</translation>
    </message>
    <message>
        <source>Code not in the list (standard)</source>
        <translation>목록에 없는 값(표준)</translation>
    </message>
    <message>
        <source>Codes of ten digits were compared with codes of eight by their first eight digits.</source>
        <translation>10자리 코드는 앞 8자리를 8자리 코드와 비교하였습니다.</translation>
    </message>
    <message>
        <source>Codes stay text, dates are typed, hidden values are empty (never 0) and named in the field &apos;flags&apos;.</source>
        <translation>코드는 문자로 유지하고 날짜는 날짜형으로 바꾸며, 비공개 값은 0이 아니라 빈 값으로 두고 &apos;flags&apos; 필드에 표시합니다.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Column missing (standard)</source>
        <translation>항목 없음(표준)</translation>
    </message>
    <message>
        <source>Columns are recognized by their names, never by their place, where the file has a header.</source>
        <translation>제목 행이 있는 파일은 열의 위치가 아니라 이름으로 열을 알아냅니다.</translation>
    </message>
    <message>
        <source>Columns that were used</source>
        <translation>사용한 열</translation>
    </message>
    <message>
        <source>Compare the rows and keep one, or merge them (mergeregisters).</source>
        <translation>행을 비교하여 하나만 남기거나 통합하십시오(mergeregisters).</translation>
    </message>
    <message>
        <source>Compare with the source; keep what is true.</source>
        <translation>원천 자료와 비교하고 맞는 값은 그대로 두십시오.</translation>
    </message>
    <message>
        <source>Comparing and merging {rows:,} rows</source>
        <translation>{rows:,}행을 비교하고 통합하는 중</translation>
    </message>
    <message>
        <source>Comparing with finer totals</source>
        <translation>세부 인구와 비교</translation>
    </message>
    <message>
        <source>Completeness: share of all true links among the pairs compared</source>
        <translation>완전성: 실제로 같은 짝 가운데 비교 대상에 든 비율</translation>
    </message>
    <message>
        <source>Computing accessibility</source>
        <translation>접근성 산정</translation>
    </message>
    <message>
        <source>Confirm the terms of use before results are published.</source>
        <translation>결과를 공개하기 전에 이용허락범위를 확인하십시오.</translation>
    </message>
    <message>
        <source>Connected parts</source>
        <translation>이어진 부분</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>좌표</translation>
    </message>
    <message>
        <source>Coordinates 0, 0</source>
        <translation>좌표 0, 0</translation>
    </message>
    <message>
        <source>Correct the coordinates from the address, or leave the rows out.</source>
        <translation>주소를 기준으로 좌표를 수정하거나 해당 행을 제외하십시오.</translation>
    </message>
    <message>
        <source>Correct the dates at the source; write all as 2026-03-01.</source>
        <translation>원천 자료에서 날짜를 수정하고 2026-03-01 형식으로 통일하십시오.</translation>
    </message>
    <message>
        <source>Correct the dates, or tell what is planned from what is.</source>
        <translation>날짜를 수정하거나 계획과 현황을 구분하십시오.</translation>
    </message>
    <message>
        <source>Correction for many tests: Bonferroni (not one false place, at the level).</source>
        <translation>다중검정 보정: 본페로니(유의수준에서 거짓 장소를 하나도 허용하지 않음).</translation>
    </message>
    <message>
        <source>Correction for many tests: false discovery rate (Benjamini and Hochberg). Of the places called significant at 95 %, 5 % are expected to be so by chance.</source>
        <translation>다중검정 보정: 거짓 발견율(Benjamini-Hochberg). 95%에서 유의하다고 한 장소 중 5%는 우연일 것으로 기대됩니다.</translation>
    </message>
    <message>
        <source>Correction for many tests: false discovery rate under any dependence (strict).</source>
        <translation>다중검정 보정: 임의의 의존성을 허용하는 거짓 발견율(엄격).</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Cost of the demand rows</source>
        <translation>수요 행의 비용</translation>
    </message>
    <message>
        <source>Cost: from the cost table, in its own unit; a pair that is missing cannot be served.</source>
        <translation>비용: 비용표의 값과 단위를 그대로 사용합니다. 표에 없는 쌍은 이용할 수 없는 것으로 봅니다.</translation>
    </message>
    <message>
        <source>Cost: meters on foot along the streets, from the demand straight to its street and from the street to the site; both ways along one-way streets.</source>
        <translation>비용: 도로를 따라 걷는 거리(미터). 수요에서 도로까지와 도로에서 시설까지의 직선거리를 더하며, 일방통행 도로도 양방향으로 걷습니다.</translation>
    </message>
    <message>
        <source>Cost: straight-line distance in meters.</source>
        <translation>비용: 직선거리(미터).</translation>
    </message>
    <message>
        <source>Counted columns: {columns}</source>
        <translation>사용한 인구 열: {columns}</translation>
    </message>
    <message>
        <source>Counted under it</source>
        <translation>이 조건으로 집계</translation>
    </message>
    <message>
        <source>Counts are 0 where there is nothing; means, distances and mixes have no value there.</source>
        <translation>해당하는 것이 없으면 개수는 0이며, 평균·거리·다양도는 빈 값입니다.</translation>
    </message>
    <message>
        <source>Counts follow the people: where a rate is meant, give a rate (events per resident, per hour of walking).</source>
        <translation>건수는 사람이 많은 곳을 따라갑니다. 비율을 보려면 비율(인구당, 보행 시간당 건수)을 입력하십시오.</translation>
    </message>
    <message>
        <source>Counts that were no whole numbers were rounded first, by {most:.2f} people at most.</source>
        <translation>정수가 아닌 인구는 먼저 반올림하였습니다(최대 {most:.2f}명 차이).</translation>
    </message>
    <message>
        <source>Covered: cost of at most {radius}.</source>
        <translation>포함: 비용이 {radius} 이하인 경우.</translation>
    </message>
    <message>
        <source>Criteria and weights: please confirm</source>
        <translation>평가 기준과 가중치(확인 필요)</translation>
    </message>
    <message>
        <source>Criteria as used</source>
        <translation>사용한 기준표</translation>
    </message>
    <message>
        <source>Criteria row {row}, column {column}: &apos;{text}&apos; is no number.</source>
        <translation>기준표 {row}행 {column} 열: &apos;{text}&apos; 값은 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>Criteria row {row}, column {column}: &apos;{text}&apos; is not known. Possible: {known}.</source>
        <translation>기준표 {row}행 {column} 열: &apos;{text}&apos; 값은 사용할 수 없습니다. 사용할 수 있는 값: {known}</translation>
    </message>
    <message>
        <source>Criteria row {row}: &apos;{field}&apos; needs low (best value) and high (width) for gaussian.</source>
        <translation>기준표 {row}행: &apos;{field}&apos; 기준에 gaussian 변환을 쓰려면 low(가장 좋은 값) 열과 high(폭) 열을 채워야 합니다.</translation>
    </message>
    <message>
        <source>Criteria row {row}: &apos;{field}&apos; needs the column points for {transform}.</source>
        <translation>기준표 {row}행: &apos;{field}&apos; 기준에 {transform} 변환을 쓰려면 points 열을 채워야 합니다.</translation>
    </message>
    <message>
        <source>Criteria row {row}: for &apos;{field}&apos; low ({low}) must be below high ({high}). Use the direction to turn it round.</source>
        <translation>기준표 {row}행: &apos;{field}&apos; 기준의 low({low})는 high({high})보다 작아야 합니다. 값이 작을수록 좋은 기준이면 direction 열에 cost를 입력하십시오.</translation>
    </message>
    <message>
        <source>Criteria row {row}: the field &apos;{field}&apos; stands in row {first_row} already.</source>
        <translation>기준표 {row}행: &apos;{field}&apos; 필드는 {first_row}행에 이미 있습니다.</translation>
    </message>
    <message>
        <source>Criteria row {row}: the field is missing.</source>
        <translation>기준표 {row}행: field 열이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Criteria row {row}: the places have no field &apos;{field}&apos;. They have: {available}.</source>
        <translation>기준표 {row}행: 평가할 장소에 &apos;{field}&apos; 필드가 없습니다. 있는 필드: {available}</translation>
    </message>
    <message>
        <source>Criteria row {row}: the points of &apos;{field}&apos; are wrong at &apos;{text}&apos;. Form: 0:0; 300:1 for piecewise, park=1; school=0.5 for categories; values from 0 to 1.</source>
        <translation>기준표 {row}행: &apos;{field}&apos; 기준의 points 열에서 &apos;{text}&apos; 부분이 잘못되었습니다. piecewise는 0:0; 300:1 형식, categories는 공원=1; 학교=0.5 형식으로 쓰고 점수는 0~1이어야 합니다.</translation>
    </message>
    <message>
        <source>Criteria row {row}: the weight {weight} of &apos;{field}&apos; is negative. Use the direction &apos;cost&apos; for what is bad.</source>
        <translation>기준표 {row}행: &apos;{field}&apos; 기준의 가중치({weight})가 음수입니다. 값이 작을수록 좋은 기준이면 direction 열에 cost를 입력하십시오.</translation>
    </message>
    <message>
        <source>Criteria row {row}: the width {width} of &apos;{field}&apos; must be above 0.</source>
        <translation>기준표 {row}행: &apos;{field}&apos; 기준의 폭({width})은 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>평가 기준</translation>
    </message>
    <message>
        <source>Crossings and ends</source>
        <translation>교차점과 끝점</translation>
    </message>
    <message>
        <source>Crossings without a node, now split</source>
        <translation>결절점 없이 교차하여 나눈 곳</translation>
    </message>
    <message>
        <source>Damaged field name</source>
        <translation>필드 이름 깨짐</translation>
    </message>
    <message>
        <source>Damaged letters</source>
        <translation>글자 깨짐</translation>
    </message>
    <message>
        <source>Dasymetric mapping: the people of each zone are spread over its targets in proportion to {weight}.</source>
        <translation>대시메트릭 배분: 구역 인구를 구역 안의 대상에 {weight}에 비례하여 배분합니다.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>자료</translation>
    </message>
    <message>
        <source>Data used and data missing</source>
        <translation>자료 사용 현황</translation>
    </message>
    <message>
        <source>Date in the future</source>
        <translation>미래 날짜</translation>
    </message>
    <message>
        <source>Date of analysis</source>
        <translation>분석 일시</translation>
    </message>
    <message>
        <source>Date that cannot be read</source>
        <translation>읽을 수 없는 날짜</translation>
    </message>
    <message>
        <source>Dates are written in several forms: {forms}.</source>
        <translation>날짜 형식이 섞여 있습니다: {forms}.</translation>
    </message>
    <message>
        <source>Dates in several forms</source>
        <translation>날짜 형식 혼용</translation>
    </message>
    <message>
        <source>Day and month cannot be told apart.</source>
        <translation>일과 월을 구분할 수 없습니다.</translation>
    </message>
    <message>
        <source>Demand is taken to lie at one point per row; within a cell or a polygon people have it nearer or farther.</source>
        <translation>수요는 행마다 한 지점에 있는 것으로 봅니다. 격자나 폴리곤 안에서는 사람마다 더 가깝거나 멀 수 있습니다.</translation>
    </message>
    <message>
        <source>Demand rows covered at least twice</source>
        <translation>두 번 이상 포함되는 수요 행</translation>
    </message>
    <message>
        <source>Demand that nobody serves</source>
        <translation>이용하지 못하는 수요</translation>
    </message>
    <message>
        <source>Demand {row} has a weight that is not above 0.</source>
        <translation>수요 {row}번의 가중값이 0보다 크지 않습니다.</translation>
    </message>
    <message>
        <source>Demand {row} is {demand:,.1f}; what it can reach holds at most {capacity:,.1f}. Raise a capacity, widen the reach, or let demands be split.</source>
        <translation>{row}번째 수요는 {demand:,.1f}이나 도달 가능한 정원은 최대 {capacity:,.1f}입니다. 정원이나 도달 범위를 늘리거나 수요의 분할을 허용하십시오.</translation>
    </message>
    <message>
        <source>Demand, sites and service by zone</source>
        <translation>구역별 수요, 시설, 이용</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>목적지</translation>
    </message>
    <message>
        <source>Detours: a step away from the origin is taken too where the way to its end is at most {percent:.0%} longer than the shortest.</source>
        <translation>우회: 출발지에서 멀어지는 단계 중 그 끝까지의 길이 최단보다 {percent:.0%} 이내로 먼 것도 함께 셉니다.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>Dissimilarity</source>
        <translation>비유사도</translation>
    </message>
    <message>
        <source>Dissimilarity of the training places to those of other folds</source>
        <translation>학습 지점과 다른 폴드 학습 지점의 비유사도</translation>
    </message>
    <message>
        <source>Distance decay: a way of d meters counts exp(-{decay:g} d); it halves every {half:,.0f} m.</source>
        <translation>거리 감쇠: d m의 길을 exp(-{decay:g} d)로 셉니다. {half:,.0f}m마다 절반이 됩니다.</translation>
    </message>
    <message>
        <source>Distance: up to {distance:g} m.</source>
        <translation>거리: {distance:g} m 이내.</translation>
    </message>
    <message>
        <source>Distances along streets need street lines (STREETS): &apos;{layer}&apos; has {found}.</source>
        <translation>도로를 따라 거리를 재려면 도로 라인(STREETS)이 필요합니다. 레이어 &apos;{layer}&apos;의 도형: {found}.</translation>
    </message>
    <message>
        <source>Distances are straight lines, not ways to walk. Counts near the edge miss what lies outside the layers given.</source>
        <translation>거리는 보행 경로가 아닌 직선거리입니다. 경계 부근의 개수에는 입력한 레이어 범위 밖에 있는 것이 포함되지 않습니다.</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>고유값</translation>
    </message>
    <message>
        <source>Distinct businesses</source>
        <translation>서로 다른 업소</translation>
    </message>
    <message>
        <source>Distinct businesses: how many of the merged businesses have a row in the register; their sum is larger than {entities:,}, because a business may stand in several registers.</source>
        <translation>서로 다른 업소: 통합 업소 가운데 그 대장에 행이 있는 수입니다. 한 업소가 여러 대장에 있을 수 있어 합계가 {entities:,}보다 큽니다.</translation>
    </message>
    <message>
        <source>Divided</source>
        <translation>나눈 방법</translation>
    </message>
    <message>
        <source>Divided columns</source>
        <translation>나눈 열</translation>
    </message>
    <message>
        <source>Does it hang on the walking time?</source>
        <translation>보행 시간에 따라 달라지나</translation>
    </message>
    <message>
        <source>Dot: places of like probability; shade: 95 % interval of their share. On the dashed line they agree.</source>
        <translation>점: 확률이 비슷한 지점의 묶음, 음영: 그 발생 비율의 95% 구간. 점선 위에 있으면 예측과 실제가 같습니다.</translation>
    </message>
    <message>
        <source>Dot: rank under the given weights. Line: 5 to 95 % of the ranks when the weights are drawn {draws:,} times.</source>
        <translation>점: 주어진 가중치에서의 순위. 선: 가중치를 {draws:,}회 추출하였을 때 순위의 5~95% 구간.</translation>
    </message>
    <message>
        <source>Doubtful CRS</source>
        <translation>좌표계 의심</translation>
    </message>
    <message>
        <source>Each address of the references that has a number is located by its street or dong alone, without itself; the error is the distance to where it is. Expect as much for rows of this level.</source>
        <translation>번호가 있는 기준 주소를 하나씩 빼고 도로 또는 동만으로 찾았을 때 실제 위치와의 거리입니다. 이 수준으로 찾은 행에는 이 정도의 오차가 있다고 보아야 합니다.</translation>
    </message>
    <message>
        <source>Each field of a merged business is taken from the row that is open, newest and most complete.</source>
        <translation>통합 업소의 각 값은 영업 중이고 가장 최근이며 가장 완전한 행에서 가져옵니다.</translation>
    </message>
    <message>
        <source>Each field speaks for a link (weight above 0) or against it. A weight of 1 doubles the odds. Learned from the registers themselves, unless decided pairs were given.</source>
        <translation>항목마다 같은 업소라는 쪽(0보다 큰 가중치) 또는 다르다는 쪽에 힘을 보탭니다. 가중치 1은 승산을 두 배로 합니다. 학습용 판단 자료를 주지 않았다면 대장 자료 자체에서 추정한 값입니다.</translation>
    </message>
    <message>
        <source>Each file is read in every CRS, axis order and unit in question; the reading that puts its points into the district is taken. Where several do, the rule of the kind of file decides. Single rows that fit another reading are left out with that reason, not moved.</source>
        <translation>파일의 좌표를 가능한 모든 좌표계·축 순서·단위로 읽어 보고 점이 구 안에 놓이는 방식을 택합니다. 여러 방식이 맞으면 자료 종류의 규칙을 따릅니다. 일부 행만 다른 방식에 맞으면 옮기지 않고 그 사유로 제외합니다.</translation>
    </message>
    <message>
        <source>Each pair of crossings counts once.</source>
        <translation>교차점 한 쌍을 한 번씩 셉니다.</translation>
    </message>
    <message>
        <source>Each place beside its neighbors</source>
        <translation>장소의 값과 이웃의 평균</translation>
    </message>
    <message>
        <source>Each point is the best set of that size, not the same sites and one more.</source>
        <translation>각 점은 그 수에서의 최적 조합이며, 앞의 시설에 하나를 더한 것이 아닙니다.</translation>
    </message>
    <message>
        <source>Each row counts once, whatever its weight.</source>
        <translation>가중치와 관계없이 행마다 한 번 셉니다.</translation>
    </message>
    <message>
        <source>Each row lies at the nearest place on a street; its weight is shared by the two ends of that street, the nearer one getting more. The sum is kept.</source>
        <translation>각 행은 가장 가까운 도로 위의 지점에 놓이고, 가중치는 그 도로의 양 끝에 나누되 가까운 끝에 더 많이 줍니다. 합계는 유지됩니다.</translation>
    </message>
    <message>
        <source>Each service shares its capacity among all people within the radius; each place adds up the shares of the services within its radius.</source>
        <translation>시설은 반경 안의 모든 인구에게 정원을 나누고, 장소는 반경 안에 있는 시설의 몫을 더합니다.</translation>
    </message>
    <message>
        <source>Edge of the data</source>
        <translation>자료의 경계</translation>
    </message>
    <message>
        <source>Effect of {factor}</source>
        <translation>{factor}의 효과</translation>
    </message>
    <message>
        <source>Ends moved by the snap tolerance</source>
        <translation>허용 거리 안에서 옮긴 끝점</translation>
    </message>
    <message>
        <source>Ends that touched a line, now joined to it</source>
        <translation>선에 닿아 있어 이은 끝점</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Error against finer totals</source>
        <translation>세부 인구와의 오차</translation>
    </message>
    <message>
        <source>Error, median (m)</source>
        <translation>오차 중앙값(m)</translation>
    </message>
    <message>
        <source>Error, nine of ten below (m)</source>
        <translation>오차 90백분위(m)</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>추정값</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>추정</translation>
    </message>
    <message>
        <source>Estimated by the model of the merge itself, which is why the intervals are wide: no pair has been looked at by a person. Review some pairs and give them back: the estimate then rests on them.</source>
        <translation>통합 모델이 스스로 추정한 값이라 구간이 넓습니다. 사람이 본 짝이 아직 없습니다. 일부를 검토하여 다시 지정하면 그 판단에 근거하여 추정합니다.</translation>
    </message>
    <message>
        <source>Estimated from the decided pairs given to learn from, by cross-validation.</source>
        <translation>학습용 판단 자료로 교차 검증하여 추정했습니다.</translation>
    </message>
    <message>
        <source>Estimated from the pairs that people have decided, weighted by how they were drawn.</source>
        <translation>사람이 판단한 짝에서, 뽑힌 방식을 고려하여 추정했습니다.</translation>
    </message>
    <message>
        <source>Estimates beside known totals</source>
        <translation>추정 인구와 실제 인구</translation>
    </message>
    <message>
        <source>Estimates with 95 % intervals</source>
        <translation>추정값과 95 % 구간</translation>
    </message>
    <message>
        <source>Every row is counted once: {rows:,} read = {single:,} alone + {linked:,} merged + {review:,} in doubt + {successor:,} successors.</source>
        <translation>모든 행을 한 번씩 셉니다: 읽은 {rows:,} = 단독 {single:,} + 통합 {linked:,} + 검토 필요 {review:,} + 후속 {successor:,}.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Everybody counts as in need of care. The share that really comes is lower: DEMAND_RATE.</source>
        <translation>모두가 돌봄이 필요한 것으로 셉니다. 실제 이용 비율은 더 낮으므로 DEMAND_RATE로 조정하십시오.</translation>
    </message>
    <message>
        <source>Everybody is shared out among the services within reach and each capacity among the people shared out to it: the sum over people of their access is the capacity within reach.</source>
        <translation>모든 인구를 도달 가능한 시설에 나누고, 시설의 정원을 배분된 인구에게 나눕니다. 인구별 접근성의 합은 도달 가능한 정원의 합과 같습니다.</translation>
    </message>
    <message>
        <source>Everybody means: everybody for whom an allowed site lies within the radius.</source>
        <translation>모든 수요란 반경 안에 열 수 있는 시설이 있는 모든 수요를 뜻합니다.</translation>
    </message>
    <message>
        <source>Everything that is learned (standardization, classes, knots, hyperparameters) is learned from the training rows of each fold alone; hyperparameters by folds of the same kind inside them.</source>
        <translation>학습하는 모든 것(표준화, 분류, 매듭점, 초매개변수)은 폴드마다 학습 행에서만 구하며, 초매개변수는 그 안에서 같은 방식의 폴드로 정합니다.</translation>
    </message>
    <message>
        <source>Examples of pairs in doubt</source>
        <translation>판단이 어려운 짝의 예</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Excluded by a rule. </source>
        <translation>규칙에 따라 제외된 곳입니다. </translation>
    </message>
    <message>
        <source>Excluded by the rule {rule}</source>
        <translation>제외 규칙({rule})에 해당</translation>
    </message>
    <message>
        <source>Excluded by the rule {rule}. Without it: score {score:.3f}, rank {rank:,} of {count:,}; it is weakest in {weakest}.</source>
        <translation>제외 규칙 {rule}에 따라 제외되었습니다. 규칙이 없다면 점수 {score:.3f}, {count:,}곳 중 {rank:,}위이며 가장 약한 기준은 {weakest}입니다.</translation>
    </message>
    <message>
        <source>Exclusion rule {rule} fails in row {row} of &apos;{layer}&apos;: {reason}</source>
        <translation>&apos;{layer}&apos; 레이어 {row}행에서 제외 규칙({rule})을 계산할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>Exclusion rule {rule} gives &apos;{value}&apos; in row {row} of &apos;{layer}&apos;; a rule must be true or false, such as &quot;share&quot; &lt; 0.5.</source>
        <translation>&apos;{layer}&apos; 레이어 {row}행에서 제외 규칙({rule})의 결과가 &apos;{value}&apos;입니다. 제외 규칙은 &quot;share&quot; &lt; 0.5와 같이 참 또는 거짓이 되는 식이어야 합니다.</translation>
    </message>
    <message>
        <source>Exclusion rule {rule}: there is no field &apos;{field}&apos;.</source>
        <translation>제외 규칙({rule}): &apos;{field}&apos; 필드가 없습니다.</translation>
    </message>
    <message>
        <source>Exclusion rule {rule}: there is no variable &apos;@{name}&apos;.</source>
        <translation>제외 규칙 {rule}: &apos;@{name}&apos; 변수가 없습니다.</translation>
    </message>
    <message>
        <source>Exclusion rule {rule}: {problem}</source>
        <translation>제외 규칙({rule}): {problem}</translation>
    </message>
    <message>
        <source>Existing site {column} is forbidden, but only {closable:,} existing sites may be closed.</source>
        <translation>기존 시설 {column}번이 제외 대상인데 닫을 수 있는 기존 시설은 {closable:,}곳뿐입니다.</translation>
    </message>
    <message>
        <source>Expert {expert}, row {row}, column {column}: &apos;{text}&apos; is no number or fraction.</source>
        <translation>전문가 {expert}, {row}행 {column}열: &apos;{text}&apos; 값은 숫자나 분수가 아닙니다.</translation>
    </message>
    <message>
        <source>Expert {expert}, row {row}, column {column}: &apos;{text}&apos; must be above 0.</source>
        <translation>전문가 {expert}, {row}행 {column}열: &apos;{text}&apos; 값은 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>Expert {expert}, row {row}: a criterion against itself is 1, not {value}.</source>
        <translation>전문가 {expert}, {row}행: 같은 기준끼리의 비교값은 1이어야 합니다(입력값: {value}).</translation>
    </message>
    <message>
        <source>Expert {expert}, row {row}: {entries} values for {criteria} criteria.</source>
        <translation>전문가 {expert}, {row}행: 기준은 {criteria}개인데 값이 {entries}개입니다.</translation>
    </message>
    <message>
        <source>Expert {expert}: row {row}, column {column} is {value:g}, but the opposite is {opposite:g} and not its reciprocal.</source>
        <translation>전문가 {expert}: {row}행 {column}열의 값({value:g})과 대칭 위치의 값({opposite:g})이 서로 역수가 아닙니다.</translation>
    </message>
    <message>
        <source>Expert {expert}: the consistency ratio {ratio:.2f} is above 0.10. Look first at {first} against {second}: given {given:.2g}, fitting {fitting:.2g}.</source>
        <translation>전문가 {expert}: 일관성 비율({ratio:.2f})이 0.10을 넘습니다. 우선 확인할 비교: {first} 대 {second}(입력값 {given:.2g}, 일관된 값 {fitting:.2g}).</translation>
    </message>
    <message>
        <source>Expert {expert}: {rows} rows for {criteria} criteria. Rows are separated by semicolons.</source>
        <translation>전문가 {expert}: 기준은 {criteria}개인데 행이 {rows}개입니다. 행은 세미콜론(;)으로 구분합니다.</translation>
    </message>
    <message>
        <source>FACTOR_FIELDS is not used, because rasters are given.</source>
        <translation>래스터를 입력했으므로 FACTOR_FIELDS는 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>FACTOR_NAMES has {names} fields for the {count} factors of the model. One field for each is needed, in this order: {needed}.</source>
        <translation>FACTOR_NAMES의 필드는 {names}개이고 모델의 요인은 {count}개입니다. 다음 순서대로 필드를 하나씩 적으십시오: {needed}.</translation>
    </message>
    <message>
        <source>FACTOR_NAMES has {names} names ({given}) for {bands} bands ({found}). One name for each band is needed, in the order of the bands.</source>
        <translation>FACTOR_NAMES의 이름은 {names}개({given})이고 밴드는 {bands}개({found})입니다. 밴드 순서대로 밴드마다 이름을 하나씩 적으십시오.</translation>
    </message>
    <message>
        <source>FACTOR_NAMES: the zones have no field {missing}. They have: {given}.</source>
        <translation>FACTOR_NAMES: 구역에 {missing} 필드가 없습니다. 구역의 필드: {given}.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>요인</translation>
    </message>
    <message>
        <source>Factor rasters were given instead.</source>
        <translation>요인 래스터를 입력했습니다.</translation>
    </message>
    <message>
        <source>Factor {name}</source>
        <translation>요인 {name}</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>요인</translation>
    </message>
    <message>
        <source>Factors are taken by name; every cell is predicted by itself. Areas are those on the ellipsoid.</source>
        <translation>요인은 이름으로 연결하고 셀마다 따로 예측합니다. 면적은 타원체 위의 면적입니다.</translation>
    </message>
    <message>
        <source>Factors that are correlated above 0.7 are shuffled together: none of them can be told apart.</source>
        <translation>상관이 0.7을 넘는 요인은 함께 섞으므로 서로의 중요도를 나눌 수 없습니다.</translation>
    </message>
    <message>
        <source>Factors that were recorded at another time or in another way than those of training shift the result.</source>
        <translation>요인 자료의 시점이나 작성 방법이 학습할 때와 다르면 결과가 달라질 수 있습니다.</translation>
    </message>
    <message>
        <source>Factors, in the model&apos;s order</source>
        <translation>요인(모델의 순서)</translation>
    </message>
    <message>
        <source>False alarms (share of the places without an event)</source>
        <translation>잘못 지목한 비율(미발생 지점 가운데)</translation>
    </message>
    <message>
        <source>Far from the others (log scale): usual values lie between {low:,.4g} and {high:,.4g}.</source>
        <translation>다른 값과 크게 다릅니다(로그 척도). 통상 범위: {low:,.4g}~{high:,.4g}.</translation>
    </message>
    <message>
        <source>Far from the others: usual values lie between {low:,.4g} and {high:,.4g}.</source>
        <translation>다른 값과 크게 다릅니다. 통상 범위: {low:,.4g}~{high:,.4g}.</translation>
    </message>
    <message>
        <source>Feature id</source>
        <translation>피처 ID</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Features (rows of the file), for example</source>
        <translation>해당 피처(파일의 행), 예</translation>
    </message>
    <message>
        <source>Features and their values over all zones</source>
        <translation>지표와 전체 구역의 값</translation>
    </message>
    <message>
        <source>Fewest neighbors of a place</source>
        <translation>가장 적은 이웃 수</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Field and level</source>
        <translation>항목과 수준</translation>
    </message>
    <message>
        <source>Field without values</source>
        <translation>값이 없는 필드</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Fields of &apos;{layer}&apos; that keep streets apart where they cross: {fields}.</source>
        <translation>&apos;{layer}&apos;에서 교차하는 도로를 구분하는 필드: {fields}.</translation>
    </message>
    <message>
        <source>Fields of the inventory were taken as factors.</source>
        <translation>발생 자료의 필드를 요인으로 사용했습니다.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Figure {number}</source>
        <translation>그림 {number}</translation>
    </message>
    <message>
        <source>Figures are drawn by a script inside this file; the browser has scripts switched off.</source>
        <translation>그림은 이 파일에 포함된 스크립트로 표시됩니다. 현재 브라우저에서 스크립트 실행이 차단되어 있습니다.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Files that were not imported</source>
        <translation>불러오지 못한 파일</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>Fill in or correct the values at the source, as the standard of the data set asks.</source>
        <translation>표준에 맞게 원천 자료에서 값을 채우거나 수정하십시오.</translation>
    </message>
    <message>
        <source>Fill in the key at the source; without it rows cannot be joined.</source>
        <translation>원천 자료에서 키를 채우십시오. 키가 없으면 다른 자료와 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>Filtered out</source>
        <translation>걸러냄</translation>
    </message>
    <message>
        <source>Find out the unit and convert these rows.</source>
        <translation>단위를 확인하여 해당 행을 환산하십시오.</translation>
    </message>
    <message>
        <source>Find the place from the address (locateaddresses).</source>
        <translation>주소로 위치를 찾으십시오(locateaddresses).</translation>
    </message>
    <message>
        <source>Finding the best sets of fewer and more sites</source>
        <translation>시설 수를 바꾸어 최적 조합을 찾는 중</translation>
    </message>
    <message>
        <source>Finding the best sites</source>
        <translation>최적 입지를 찾는 중</translation>
    </message>
    <message>
        <source>Finding the costs that people have without equity</source>
        <translation>형평성을 고려하지 않은 비용을 구하는 중</translation>
    </message>
    <message>
        <source>Finding the next best sets</source>
        <translation>차선 조합을 찾는 중</translation>
    </message>
    <message>
        <source>Finding the price of each rule</source>
        <translation>규칙마다 드는 대가를 구하는 중</translation>
    </message>
    <message>
        <source>Finding the reasons</source>
        <translation>이유를 찾는 중</translation>
    </message>
    <message>
        <source>Finding the targets of each zone</source>
        <translation>구역별 배분 대상 찾기</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>발견 사항</translation>
    </message>
    <message>
        <source>Findings by check</source>
        <translation>점검 항목별 발견 사항</translation>
    </message>
    <message>
        <source>Floor, room</source>
        <translation>층·호</translation>
    </message>
    <message>
        <source>Fold {number}</source>
        <translation>폴드 {number}</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>저장 폴더:</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Folds of {clusters} clusters match best how far the places to be predicted lie from the training places (they differ by {wasserstein:,.0f} m).</source>
        <translation>군집 {clusters}개로 만든 폴드가 예측할 곳과 학습 지점 사이의 거리에 가장 잘 맞습니다(차이 {wasserstein:,.0f} m).</translation>
    </message>
    <message>
        <source>Folds: {method}, {folds} folds, {repeats} repeats, each with a new start.</source>
        <translation>폴드: {method}, 폴드 {folds}개, 반복 {repeats}회(매번 새로 시작)</translation>
    </message>
    <message>
        <source>For comparison</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Found by interchange with restarts; proven by lower bounds (Lagrangian relaxation, linear programs) and branch and bound. The result is recomputed from the costs in plain arithmetic. Time limit {limit:g} s, seed {seed}.</source>
        <translation>여러 번 다시 시작하는 교환법으로 찾고, 한계값(라그랑주 완화, 선형계획)과 분지한계법으로 증명합니다. 결과는 비용으로 다시 계산하여 확인합니다. 제한 시간 {limit:g}초, 시드 {seed}.</translation>
    </message>
    <message>
        <source>Found here</source>
        <translation>이번 자료의 범위</translation>
    </message>
    <message>
        <source>Found in the time given; sets between them may be missing.</source>
        <translation>주어진 시간 안에 찾은 조합이며, 그 사이의 조합이 빠져 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>From lines to a network</source>
        <translation>선에서 네트워크로</translation>
    </message>
    <message>
        <source>Gain of the last site</source>
        <translation>마지막 시설의 기여</translation>
    </message>
    <message>
        <source>Gap (%)</source>
        <translation>차이(%)</translation>
    </message>
    <message>
        <source>Get a newer file, or state the date beside the result.</source>
        <translation>최신 자료를 받거나 결과에 기준일을 함께 적으십시오.</translation>
    </message>
    <message>
        <source>Gi* (Ord and Getis 1995): the sum over a place and its neighbors against that of all places, as z.</source>
        <translation>Gi*(Ord·Getis 1995): 장소와 이웃의 합을 전체와 비교한 z값입니다.</translation>
    </message>
    <message>
        <source>Gi* in each of {periods} periods; a place is hot or cold in a period at the level {level} after the correction over all places and periods. Trend: Mann-Kendall of its Gi*, corrected over all places.</source>
        <translation>{periods}개 시점마다 Gi*를 구하고, 모든 장소와 시점에 대해 보정한 뒤 유의수준 {level}에서 핫·콜드를 판정합니다. 추세는 Gi*의 Mann-Kendall 검정이며 모든 장소에 대해 보정합니다.</translation>
    </message>
    <message>
        <source>Gini index of the cost (0 = all alike)</source>
        <translation>비용의 지니 계수(0 = 모두 같음)</translation>
    </message>
    <message>
        <source>Give at least one radius.</source>
        <translation>반경을 하나 이상 입력하십시오.</translation>
    </message>
    <message>
        <source>Give either factor rasters (FACTORS) or zones (ZONES), not both.</source>
        <translation>요인 래스터(FACTORS)와 구역(ZONES) 중 하나만 입력하십시오.</translation>
    </message>
    <message>
        <source>Give factors: rasters (FACTORS), or fields of the inventory (FACTOR_FIELDS).</source>
        <translation>요인을 입력하십시오. 래스터(FACTORS) 또는 발생 자료의 필드(FACTOR_FIELDS)입니다.</translation>
    </message>
    <message>
        <source>Give one value field with a time field, or several value fields in order of time, not both.</source>
        <translation>시간 필드와 값 필드 하나를 지정하거나, 시간 순서로 여러 값 필드를 지정하십시오. 둘을 함께 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Give the factors: rasters (FACTORS), or zones with fields (ZONES).</source>
        <translation>요인 래스터(FACTORS) 또는 요인을 필드로 가진 구역(ZONES)을 입력하십시오.</translation>
    </message>
    <message>
        <source>Give the whole path of the folder.</source>
        <translation>폴더의 전체 경로를 입력해 주십시오.</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Given = allocated + unallocated in every zone and age group; the difference is 0 but for the last digit.</source>
        <translation>모든 구역과 연령대에서 입력 = 배분 + 미배분입니다. 차이는 마지막 자릿수의 오차를 제외하면 0입니다.</translation>
    </message>
    <message>
        <source>Go back to the original file and import it with codes as text; a table program must not save it.</source>
        <translation>원본 파일에서 코드를 텍스트로 다시 불러오십시오. 엑셀 등에서 저장한 파일은 사용하지 마십시오.</translation>
    </message>
    <message>
        <source>Goal: {goal}. {count} new centers among {candidates:,} candidates: {people:,.0f} {who}, of whom {before:.0%} have a center within {limit:g} minutes on foot today and {after:.0%} with the new ones ({gained:+,.0f}).</source>
        <translation>목표: {goal}. 후보지 {candidates:,}곳 가운데 새 센터 {count}곳. {who} {people:,.0f}명 가운데 걸어서 {limit:g}분 안에 센터가 있는 비율이 {before:.0%}에서 {after:.0%}로 바뀝니다({gained:+,.0f}명).</translation>
    </message>
    <message>
        <source>Going from {before} to {first} new sites brings {much}; from {nearly} to {last} still {little}.</source>
        <translation>신규 시설을 {before}곳에서 {first}곳으로 늘리면 {much}, {nearly}곳에서 {last}곳으로 늘리면 {little}만큼 좋아집니다.</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation>{grade}등급</translation>
    </message>
    <message>
        <source>Grade {grade} ({low:g} to {high:g})</source>
        <translation>{grade}등급({low:g}~{high:g})</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>집단</translation>
    </message>
    <message>
        <source>Groups are formed so that a chain of doubtful links does not join strangers: the average of all pairs of a group counts, and different rows of one register are kept apart.</source>
        <translation>의심스러운 연결이 사슬처럼 이어져 다른 업소가 합쳐지지 않도록, 묶음 안 모든 짝의 평균으로 판단하고 같은 대장의 서로 다른 행은 따로 둡니다.</translation>
    </message>
    <message>
        <source>Groups that are not connected</source>
        <translation>서로 이어지지 않은 묶음</translation>
    </message>
    <message>
        <source>HTML report (*.html)</source>
        <translation>HTML 보고서 (*.html)</translation>
    </message>
    <message>
        <source>Hard rules</source>
        <translation>필수 조건</translation>
    </message>
    <message>
        <source>Harmonic closeness</source>
        <translation>조화 근접 중심성</translation>
    </message>
    <message>
        <source>Harmonic closeness (angular)</source>
        <translation>조화 근접 중심성(각도)</translation>
    </message>
    <message>
        <source>Hidden counts</source>
        <translation>비공개 값</translation>
    </message>
    <message>
        <source>Hidden counts: least squares from the middle of {range}, within it, subject to the known totals.</source>
        <translation>비공개 값: {range} 범위 안에서 가운데 값과의 차이 제곱합이 최소이면서 알려진 합계를 만족하는 값입니다.</translation>
    </message>
    <message>
        <source>High</source>
        <translation>상한</translation>
    </message>
    <message>
        <source>Highest streets</source>
        <translation>값이 가장 높은 도로</translation>
    </message>
    <message>
        <source>Highest zones</source>
        <translation>발생 가능성이 높은 구역</translation>
    </message>
    <message>
        <source>Hits (share of the events)</source>
        <translation>맞게 지목한 비율(발생 지점 가운데)</translation>
    </message>
    <message>
        <source>Hot and cold spots, the strongest first</source>
        <translation>핫스팟과 콜드스팟(강한 순)</translation>
    </message>
    <message>
        <source>How evenly access is spread</source>
        <translation>접근성의 고른 정도</translation>
    </message>
    <message>
        <source>How good is it where it has not been?</source>
        <translation>학습하지 않은 곳에서 얼마나 정확한가</translation>
    </message>
    <message>
        <source>How good is this set?</source>
        <translation>이 조합은 얼마나 좋은가</translation>
    </message>
    <message>
        <source>How good the merge is</source>
        <translation>통합의 정확도</translation>
    </message>
    <message>
        <source>How good the model is</source>
        <translation>모델의 성능</translation>
    </message>
    <message>
        <source>How it was found</source>
        <translation>판단 근거</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>얼마나 되는가</translation>
    </message>
    <message>
        <source>How many shares the interval holds could not be measured: too few blocks.</source>
        <translation>블록이 너무 적어 예측 구간의 실제 포함률을 측정하지 못했습니다.</translation>
    </message>
    <message>
        <source>How many sites?</source>
        <translation>시설은 몇 곳이 알맞은가</translation>
    </message>
    <message>
        <source>How much, by class</source>
        <translation>등급별 분포</translation>
    </message>
    <message>
        <source>How register rows were joined</source>
        <translation>대장 행의 결합 방법</translation>
    </message>
    <message>
        <source>How sure the ranks are</source>
        <translation>순위의 확실성</translation>
    </message>
    <message>
        <source>How the pairs score</source>
        <translation>짝의 점수 분포</translation>
    </message>
    <message>
        <source>How they were found</source>
        <translation>찾은 방법</translation>
    </message>
    <message>
        <source>How to read this: the objective is what the chosen set costs; the bound is a number that no set under the stated rules can go below. Where both meet, nothing better exists.</source>
        <translation>읽는 방법: 목적값은 선정한 조합의 비용이고, 한계값은 제시한 규칙에서 어떤 조합도 그보다 작을 수 없는 값입니다. 두 값이 같으면 더 좋은 조합은 없습니다.</translation>
    </message>
    <message>
        <source>How to read this: the objective is what the chosen set reaches; the bound is a number that no set under the stated rules can exceed. Where both meet, nothing better exists.</source>
        <translation>읽는 방법: 목적값은 선정한 조합이 이룬 값이고, 한계값은 제시한 규칙에서 어떤 조합도 넘을 수 없는 값입니다. 두 값이 같으면 더 좋은 조합은 없습니다.</translation>
    </message>
    <message>
        <source>How well flow {row} sees site {column} must lie between 0 and 1.</source>
        <translation>유동 {row}이(가) 시설 {column}을(를) 보는 정도는 0과 1 사이여야 합니다.</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>식별자</translation>
    </message>
    <message>
        <source>If a column is wrong or missing, name the right one under advanced parameters and run again.</source>
        <translation>열이 틀리거나 빠졌으면 고급 매개변수에 맞는 열을 적어 다시 실행하십시오.</translation>
    </message>
    <message>
        <source>Import the file with types (importpublicdata), or convert with &apos;Refactor fields&apos;.</source>
        <translation>공공데이터 불러오기(importpublicdata)로 필드 유형을 지정하여 불러오거나 &apos;필드 재구성&apos;으로 변환하십시오.</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>중요도</translation>
    </message>
    <message>
        <source>Importance on held-out blocks</source>
        <translation>떼어 둔 블록에서 구한 중요도</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>불러옴</translation>
    </message>
    <message>
        <source>Impossible date</source>
        <translation>잘못된 날짜</translation>
    </message>
    <message>
        <source>Impossible year (standard)</source>
        <translation>잘못된 연도(표준)</translation>
    </message>
    <message>
        <source>In &apos;{group}&apos; at least {low:,} and at most {high:,} sites are to be open: no number is both.</source>
        <translation>&apos;{group}&apos;에서는 {low:,}곳 이상이면서 {high:,}곳 이하를 열어야 하는데, 이를 만족하는 수가 없습니다.</translation>
    </message>
    <message>
        <source>In &apos;{group}&apos; at least {low:,} sites are to be open, but only {available:,} may be.</source>
        <translation>&apos;{group}&apos;에서는 {low:,}곳 이상을 열어야 하는데 열 수 있는 곳은 {available:,}곳뿐입니다.</translation>
    </message>
    <message>
        <source>In &apos;{group}&apos; at most {high:,} sites may be open, but {fixed:,} are existing or required ones.</source>
        <translation>&apos;{group}&apos;에서는 {high:,}곳까지만 열 수 있는데 기존 또는 필수 시설이 {fixed:,}곳입니다.</translation>
    </message>
    <message>
        <source>In business</source>
        <translation>영업 중</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>검토 필요</translation>
    </message>
    <message>
        <source>In space</source>
        <translation>공간</translation>
    </message>
    <message>
        <source>In space, mean</source>
        <translation>공간, 평균</translation>
    </message>
    <message>
        <source>In the wrong unit</source>
        <translation>잘못 배분된 비율</translation>
    </message>
    <message>
        <source>In {count:,} periods all values were equal: nothing is hot or cold there.</source>
        <translation>{count:,}개 시점은 모든 값이 같아 핫·콜드가 없습니다.</translation>
    </message>
    <message>
        <source>In {count:,} rows the closing day lies before the opening day; the two were exchanged for the comparison.</source>
        <translation>{count:,}개 행에서 폐업일이 개업일보다 앞서 있어, 비교할 때 두 날짜를 서로 바꾸었습니다.</translation>
    </message>
    <message>
        <source>In {seconds:.0f} seconds no set of sites was found that keeps all rules. Relax a rule or give more time.</source>
        <translation>{seconds:.0f}초 안에 모든 조건을 지키는 입지 조합을 찾지 못했습니다. 조건을 완화하거나 제한 시간을 늘리십시오.</translation>
    </message>
    <message>
        <source>In {seconds:.0f} seconds no set was found that serves every demand. Open more sites, raise the limit of the cost, or give more time.</source>
        <translation>{seconds:.0f}초 안에 모든 수요를 맡는 조합을 찾지 못했습니다. 시설을 더 열거나, 비용 한도를 높이거나, 시간을 더 주십시오.</translation>
    </message>
    <message>
        <source>In {zones:,} zones no target has a weight: there all targets count, {basis}.</source>
        <translation>{zones:,}개 구역에는 가중치가 있는 대상이 없어 구역 안의 모든 대상에 배분하였습니다(기준: {basis}).</translation>
    </message>
    <message>
        <source>In {zones:,} zones the ages do not add up to the total given beside them (together {people:+,.0f}); the ages were followed.</source>
        <translation>{zones:,}개 구역은 연령별 인구의 합이 함께 주어진 합계와 다릅니다(모두 {people:+,.0f}명). 연령별 인구를 따랐습니다.</translation>
    </message>
    <message>
        <source>Inside it the model may still be wrong, but as often as was measured in training. To trust it elsewhere, add training places from there.</source>
        <translation>영역 안에서도 예측이 틀릴 수 있으나 그 정도는 학습할 때 측정한 수준입니다. 영역 밖에도 적용하려면 그곳의 학습 지점을 추가하여 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>Inside the area of applicability</source>
        <translation>적용 가능 영역 안</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>대신 들어오는 곳</translation>
    </message>
    <message>
        <source>Internal: estimated people per building. Not to be published or passed on.</source>
        <translation>내부용: 건물별 추정 인구입니다. 공개하거나 외부에 제공할 수 없습니다.</translation>
    </message>
    <message>
        <source>Invalid geometry</source>
        <translation>도형 오류</translation>
    </message>
    <message>
        <source>Invalid geometry: {reason}</source>
        <translation>도형 오류: {reason}</translation>
    </message>
    <message>
        <source>Is it fair to the zones?</source>
        <translation>구역별로 공정한가</translation>
    </message>
    <message>
        <source>It takes about a minute. You can go on working; the map opens when it is ready.</source>
        <translation>1분쯤 걸립니다. 그동안 다른 작업을 하실 수 있으며, 완성되면 지도가 열립니다.</translation>
    </message>
    <message>
        <source>JSON that is no record</source>
        <translation>레코드가 아닌 JSON</translation>
    </message>
    <message>
        <source>Joined by, or why not</source>
        <translation>결합 방법 또는 미결합 사유</translation>
    </message>
    <message>
        <source>Joining building polygons</source>
        <translation>건물 폴리곤 결합 중</translation>
    </message>
    <message>
        <source>Kernel sums: quartic (1-(d/r)^2)^2; Gaussian exp(-0.5 (d/(r/3))^2), cut at r; both are 1 at distance 0.</source>
        <translation>커널 합: 4차 커널은 (1-(d/r)^2)^2, 가우스 커널은 exp(-0.5 (d/(r/3))^2)이며 거리 r까지만 더합니다. 두 커널 모두 거리 0에서 1입니다.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>주요 수치</translation>
    </message>
    <message>
        <source>Key missing</source>
        <translation>키 없음</translation>
    </message>
    <message>
        <source>Key occurs more than once</source>
        <translation>키 중복</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>비교 기준</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Kind of business</source>
        <translation>업종</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>LSCP-B: as few sites as possible so that everybody has an open site within the radius; among these sets the one that covers most weight at least twice.</source>
        <translation>LSCP-B: 모든 수요의 반경 안에 열린 시설이 있도록 시설 수를 최소로 하고, 그중 두 번 이상 포함되는 가중치가 가장 큰 조합을 고릅니다.</translation>
    </message>
    <message>
        <source>LSCP: open as few sites as possible so that everybody has an open site within the radius.</source>
        <translation>LSCP: 모든 수요의 반경 안에 열린 시설이 있도록 시설 수를 최소로 합니다.</translation>
    </message>
    <message>
        <source>Large blocks are divided by further keys instead of being dropped; pairs left out of them are counted.</source>
        <translation>큰 묶음은 버리지 않고 다른 기준으로 더 나눕니다. 그래도 제외한 짝은 수를 셉니다.</translation>
    </message>
    <message>
        <source>Largest block</source>
        <translation>가장 큰 묶음</translation>
    </message>
    <message>
        <source>Largest cost</source>
        <translation>최대 비용</translation>
    </message>
    <message>
        <source>Largest part</source>
        <translation>가장 큰 부분</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Laying out the cells</source>
        <translation>격자 배치 중</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>서식 확인 정도</translation>
    </message>
    <message>
        <source>Leading zero lost</source>
        <translation>앞자리 0 손실</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>학습 범위</translation>
    </message>
    <message>
        <source>Learning and testing</source>
        <translation>학습하고 시험하는 중</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>Least possible</source>
        <translation>가능한 최솟값</translation>
    </message>
    <message>
        <source>Leave the field out.</source>
        <translation>필드를 제외하십시오.</translation>
    </message>
    <message>
        <source>Left for hidden counts</source>
        <translation>비공개 값에 남는 인구</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Left out: {reason}.</source>
        <translation>제외됨: {reason}.</translation>
    </message>
    <message>
        <source>Length of the streets (km)</source>
        <translation>도로 길이(km)</translation>
    </message>
    <message>
        <source>Letters are lost (�): the file was read in the wrong encoding.</source>
        <translation>글자가 손실되었습니다(�). 인코딩을 잘못 지정하여 읽은 파일입니다.</translation>
    </message>
    <message>
        <source>Letters were replaced by question marks; they are lost.</source>
        <translation>글자가 물음표로 바뀌어 복구할 수 없습니다.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>수준</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>수준</translation>
    </message>
    <message>
        <source>Levels and reasons</source>
        <translation>일치 수준과 사유</translation>
    </message>
    <message>
        <source>License</source>
        <translation>이용허락범위</translation>
    </message>
    <message>
        <source>Limits of this analysis</source>
        <translation>해석 시 유의 사항</translation>
    </message>
    <message>
        <source>Limits per zone need candidates and existing sites with geometry.</source>
        <translation>구역별 제한을 쓰려면 후보지와 기존 시설에 도형이 있어야 합니다.</translation>
    </message>
    <message>
        <source>Line ends or invisible characters</source>
        <translation>줄바꿈·보이지 않는 문자</translation>
    </message>
    <message>
        <source>Lines read</source>
        <translation>읽은 선</translation>
    </message>
    <message>
        <source>Lines that differ in {fields} cross without meeting (bridges, underpasses).</source>
        <translation>{fields}의 값이 다른 선은 만나지 않고 교차합니다(교량, 지하차도).</translation>
    </message>
    <message>
        <source>Lines that run the same way as another (counted once)</source>
        <translation>다른 선과 같은 길을 지나는 선(하나만 사용)</translation>
    </message>
    <message>
        <source>Lines without length or coordinates</source>
        <translation>길이나 좌표가 없는 선</translation>
    </message>
    <message>
        <source>Load of the services</source>
        <translation>시설별 부담</translation>
    </message>
    <message>
        <source>Local Moran: the place&apos;s deviation from the mean times that of its neighbors; classes by the sides of both.</source>
        <translation>국지 모란: 장소의 평균 편차와 이웃의 평균 편차를 곱한 값이며, 두 편차의 방향으로 등급을 나눕니다.</translation>
    </message>
    <message>
        <source>Located</source>
        <translation>위치 있음</translation>
    </message>
    <message>
        <source>Locating</source>
        <translation>좌표 찾는 중</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>로그 손실</translation>
    </message>
    <message>
        <source>Log loss (less is better)</source>
        <translation>로그 손실(작을수록 좋음)</translation>
    </message>
    <message>
        <source>Longest walk</source>
        <translation>최장 보행</translation>
    </message>
    <message>
        <source>Look whether two entries mean the same thing.</source>
        <translation>두 건이 같은 대상인지 확인하십시오.</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>파일 확인 중</translation>
    </message>
    <message>
        <source>Looking at the geometry</source>
        <translation>도형을 확인하는 중</translation>
    </message>
    <message>
        <source>Looking for neighbors</source>
        <translation>이웃을 찾는 중</translation>
    </message>
    <message>
        <source>Looks like personal data</source>
        <translation>개인정보 의심</translation>
    </message>
    <message>
        <source>Looks like {what} ({percent:.1f} % of the values looked at).</source>
        <translation>개인정보로 의심됩니다({what}, 확인한 값의 {percent:.1f} %).</translation>
    </message>
    <message>
        <source>Looks like {what}.</source>
        <translation>개인정보로 의심됩니다({what}).</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Loss (%)</source>
        <translation>손해(%)</translation>
    </message>
    <message>
        <source>Loss of AUROC</source>
        <translation>AUROC 감소</translation>
    </message>
    <message>
        <source>Loss of AUROC without the factor</source>
        <translation>요인이 없을 때의 AUROC 감소</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>필지</translation>
    </message>
    <message>
        <source>Lot address</source>
        <translation>지번주소</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>MCLP: open so many sites that most weight has an open site within the radius.</source>
        <translation>MCLP: 정한 수의 시설을 열어, 반경 안에 시설이 있는 가중치를 최대로 합니다.</translation>
    </message>
    <message>
        <source>Made by rules and random draws: people, shops, schools and slopes hang together as in a city, and totals follow published figures of a real district. The same preset and seed give the same district.</source>
        <translation>규칙과 난수로 만들었습니다. 인구, 점포, 학교, 경사가 실제 도시처럼 서로 맞물리고 합계는 실제 자치구의 공표 통계를 따릅니다. 크기와 난수 시드가 같으면 같은 자치구가 만들어집니다.</translation>
    </message>
    <message>
        <source>Made in {seconds:.0f} s.</source>
        <translation>{seconds:.0f}초 만에 만들었습니다.</translation>
    </message>
    <message>
        <source>Made-up district (synthetic data)</source>
        <translation>예제 자치구(합성 자료)</translation>
    </message>
    <message>
        <source>Made-up district: nothing in it is real. The cells show where public notice boards suit best.</source>
        <translation>가상의 자치구이며 실제와 관련이 없습니다. 격자 색은 전자게시대에 알맞은 정도를 나타냅니다.</translation>
    </message>
    <message>
        <source>Make the sample</source>
        <translation>예제 만들기</translation>
    </message>
    <message>
        <source>Making the district</source>
        <translation>자치구를 만드는 중</translation>
    </message>
    <message>
        <source>Making the network of the streets</source>
        <translation>도로망을 만드는 중</translation>
    </message>
    <message>
        <source>Mann-Kendall takes the periods as independent. With fewer than ten periods, or where a value hangs on the one before, read the trend with care.</source>
        <translation>Mann-Kendall 검정은 시점들이 서로 독립이라고 봅니다. 시점이 10개보다 적거나 값이 앞 시점에 좌우되면 추세를 조심해서 읽으십시오.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Map of the result</source>
        <translation>분석 결과 지도</translation>
    </message>
    <message>
        <source>Masked values</source>
        <translation>가려진 값</translation>
    </message>
    <message>
        <source>Match weights</source>
        <translation>일치 가중치</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Mean cost</source>
        <translation>평균 비용</translation>
    </message>
    <message>
        <source>Mean cost before</source>
        <translation>이전 평균 비용</translation>
    </message>
    <message>
        <source>Mean cost of the worst-off tenth</source>
        <translation>가장 불리한 10%의 평균 비용</translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation>평균 절대 오차</translation>
    </message>
    <message>
        <source>Mean number of neighbors</source>
        <translation>평균 이웃 수</translation>
    </message>
    <message>
        <source>Mean of the neighbors</source>
        <translation>이웃의 평균</translation>
    </message>
    <message>
        <source>Mean over all periods</source>
        <translation>모든 시점의 평균</translation>
    </message>
    <message>
        <source>Mean over {repeats} repeats x {folds} folds that hold both classes ({left} folds left out). Scores before calibration.</source>
        <translation>두 유형이 모두 있는 폴드의 평균(반복 {repeats}회 x 폴드 {folds}개, 제외한 폴드 {left}개). 보정하기 전 점수의 값입니다.</translation>
    </message>
    <message>
        <source>Mean share of the circle beyond the data</source>
        <translation>원 중 자료 밖의 평균 비율</translation>
    </message>
    <message>
        <source>Mean value</source>
        <translation>평균 값</translation>
    </message>
    <message>
        <source>Mean walk</source>
        <translation>평균 보행</translation>
    </message>
    <message>
        <source>Mean walk before</source>
        <translation>이전 평균 보행</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>뜻</translation>
    </message>
    <message>
        <source>Means are over those who can walk to a center at all; nobody is counted twice. A mean can rise where people are counted in who had no way to a center before.</source>
        <translation>평균은 걸어서 센터에 갈 수 있는 사람만 계산하며, 한 사람을 두 번 세지 않습니다. 이전에 갈 수 없던 사람이 새로 포함되면 평균이 오를 수 있습니다.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Measured coverage of the interval</source>
        <translation>예측 구간의 실측 포함률</translation>
    </message>
    <message>
        <source>Measuring distances</source>
        <translation>거리를 계산하는 중</translation>
    </message>
    <message>
        <source>Measuring ways along the streets</source>
        <translation>도로를 따라간 거리를 계산하는 중</translation>
    </message>
    <message>
        <source>Measuring {layer}</source>
        <translation>지표 산출 중: {layer}</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>통합</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>분석 방법</translation>
    </message>
    <message>
        <source>Middle of the dong or place</source>
        <translation>동 중심</translation>
    </message>
    <message>
        <source>Middle of the street</source>
        <translation>도로 중심</translation>
    </message>
    <message>
        <source>Middles of streets and dong say roughly where a row is. The field &apos;for_dist&apos; is 0 for them, so that they can be left out of distances.</source>
        <translation>도로·동 중심은 대략적인 위치입니다. &apos;for_dist&apos; 필드로 거리 계산에서 제외할 수 있습니다.</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Missing (%)</source>
        <translation>빈값(%)</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>빈값</translation>
    </message>
    <message>
        <source>Mix: Shannon&apos;s index with the natural logarithm; 0 means one category only.</source>
        <translation>다양도: 자연로그를 사용한 섀넌 지수이며, 0은 한 가지 분류만 있음을 뜻합니다.</translation>
    </message>
    <message>
        <source>Model file (*.sdmodel)</source>
        <translation>모델 파일 (*.sdmodel)</translation>
    </message>
    <message>
        <source>Moran&apos;s I is {statistic:.3f} (by chance {expected:.3f}; z {z:.1f}, p {p} of {draws} permutations): {meaning}</source>
        <translation>모란 지수는 {statistic:.3f}입니다(우연의 기댓값 {expected:.3f}, z {z:.1f}, 순열 {draws}회의 p {p}). {meaning}</translation>
    </message>
    <message>
        <source>More time (TIME_LIMIT) can find a better set or prove this one.</source>
        <translation>제한 시간(TIME_LIMIT)을 늘리면 더 좋은 조합을 찾거나 이 조합을 증명할 수 있습니다.</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>최빈값</translation>
    </message>
    <message>
        <source>Most neighbors of a place</source>
        <translation>가장 많은 이웃 수</translation>
    </message>
    <message>
        <source>Most possible</source>
        <translation>가능한 최댓값</translation>
    </message>
    <message>
        <source>Mostly because of {parts}</source>
        <translation>주요 요인: {parts}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>상호</translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation>폴더를 지정해 주십시오.</translation>
    </message>
    <message>
        <source>Names of &apos;{layer}&apos; are taken from its field &apos;{field}&apos;.</source>
        <translation>&apos;{layer}&apos; 레이어의 이름은 &apos;{field}&apos; 필드에서 가져옵니다.</translation>
    </message>
    <message>
        <source>Names of factors stand twice: {names}. Each band or field needs its own.</source>
        <translation>요인 이름이 중복됩니다: {names}. 밴드나 필드마다 다른 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>Names, addresses and phones are brought to one form first (company forms, branches, numerals, floors); the layers keep what the registers say.</source>
        <translation>상호·주소·전화번호를 먼저 같은 형식으로 정리합니다(법인 표기, 지점, 숫자, 층). 레이어에는 대장에 적힌 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Naming the places</source>
        <translation>장소 이름 부여 중</translation>
    </message>
    <message>
        <source>Near the edge of the data ways and places are missing, so reach and betweenness are too low there. The fields cut_* say how much of the circle lies beyond. Take streets from a wider area than the district, by at least the largest radius, and give the district as the area of results.</source>
        <translation>자료의 가장자리에서는 길과 장소가 빠져 있어 도달과 매개 중심성이 실제보다 낮습니다. 원의 얼마가 자료 밖인지 cut_* 필드에 있습니다. 자치구보다 가장 큰 반경 이상 넓은 지역의 도로를 사용하고 자치구를 결과 영역으로 지정하십시오.</translation>
    </message>
    <message>
        <source>Neighboring hot places are one spot, cold ones likewise. The reason is that of the strongest place.</source>
        <translation>이웃한 핫스팟 장소를 하나로 묶었으며 콜드스팟도 같습니다. 이유는 가장 강한 장소의 것입니다.</translation>
    </message>
    <message>
        <source>Neighboring places share most of their surroundings, so the best ones lie together: read them as areas, not as a set of sites.</source>
        <translation>인접한 장소는 주변 여건이 거의 같아 상위 장소가 한곳에 모여 나타납니다. 개별 설치 지점이 아니라 권역으로 해석하여야 합니다.</translation>
    </message>
    <message>
        <source>Neighbors</source>
        <translation>이웃</translation>
    </message>
    <message>
        <source>Neighbors are alike. When places are held out at random, the model has seen the neighbor of nearly every place it is tested with, and looks better than it will be elsewhere. Believe the figures in space.</source>
        <translation>가까운 곳은 서로 비슷합니다. 무작위로 떼어 두면 모델이 시험 지점의 이웃을 거의 모두 이미 학습한 셈이어서 다른 곳에서의 실제 성능보다 좋게 보입니다. 공간 검증의 수치를 믿으십시오.</translation>
    </message>
    <message>
        <source>Neighbors: {how}.</source>
        <translation>이웃: {how}.</translation>
    </message>
    <message>
        <source>New centers</source>
        <translation>새 센터</translation>
    </message>
    <message>
        <source>New centers with their rank, existing ones, and every other candidate by what one more center there would bring today</source>
        <translation>순위가 있는 새 센터, 기존 센터, 그리고 지금 센터를 하나 더 열 때의 효과로 색칠한 모든 후보지</translation>
    </message>
    <message>
        <source>New sites</source>
        <translation>신규 시설</translation>
    </message>
    <message>
        <source>No allowed set of {wanted:,} open sites serves every demand. Open more sites or raise the limit of the cost.</source>
        <translation>시설 {wanted:,}곳을 여는 어떤 조합으로도 모든 수요를 맡을 수 없습니다. 시설을 더 열거나 비용 한도를 높이십시오.</translation>
    </message>
    <message>
        <source>No allowed site with capacity serves demand {row}.</source>
        <translation>정원이 있는 허용 후보지 가운데 {row}번째 수요에 서비스할 수 있는 곳이 없습니다.</translation>
    </message>
    <message>
        <source>No area of applicability could be learned.</source>
        <translation>적용 가능 영역을 구하지 못했습니다.</translation>
    </message>
    <message>
        <source>No area of applicability: no factor varies.</source>
        <translation>적용 가능 영역 없음: 값이 달라지는 요인이 없습니다.</translation>
    </message>
    <message>
        <source>No block holds enough places for an interval.</source>
        <translation>예측 구간을 구할 만큼 지점이 있는 블록이 없습니다.</translation>
    </message>
    <message>
        <source>No candidate lies here; the nearest, {site}, is {distance:,.0f} m away.</source>
        <translation>이곳에는 후보지가 없으며, 가장 가까운 {site}까지 {distance:,.0f} m입니다.</translation>
    </message>
    <message>
        <source>No capacity field was given: every service counts as 1, large and small alike.</source>
        <translation>정원 필드를 지정하지 않아 규모와 관계없이 모든 시설의 정원을 1로 계산했습니다.</translation>
    </message>
    <message>
        <source>No cell has a value in all {count} factors, so there is nothing to predict. Cells with a value, of {cells:,}: {valid}. Do the rasters cover the same place?</source>
        <translation>요인 {count}개의 값이 모두 있는 셀이 없어 예측할 수 없습니다. 전체 {cells:,}개 중 값이 있는 셀: {valid}. 래스터가 같은 지역인지 확인하십시오.</translation>
    </message>
    <message>
        <source>No cell lies in the district. Choose smaller cells, or another setting for cells at the edge.</source>
        <translation>구 안에 있는 격자가 없습니다. 격자 크기를 줄이거나 경계부 격자 처리 방법을 바꾸십시오.</translation>
    </message>
    <message>
        <source>No column of people was recognized among: {columns}. Name the columns in COUNT_FIELDS.</source>
        <translation>인구 열을 찾지 못하였습니다. 있는 열: {columns}. 사용할 열을 COUNT_FIELDS에 지정하십시오.</translation>
    </message>
    <message>
        <source>No column tells the district in: {files}. No row of these was filtered out by code.</source>
        <translation>시군구를 알 수 있는 열이 없는 파일: {files}. 이 파일에서는 코드로 걸러낸 행이 없습니다.</translation>
    </message>
    <message>
        <source>No column with names: every row stays by itself.</source>
        <translation>상호(이름) 열이 없어 행마다 따로 둡니다.</translation>
    </message>
    <message>
        <source>No correction for many tests: a twentieth of all places is significant at 95 % where there is nothing.</source>
        <translation>다중검정 보정 없음: 아무 유형이 없어도 장소의 20분의 1이 95%에서 유의하게 나옵니다.</translation>
    </message>
    <message>
        <source>No demand reaches any service within {radius:,.0f} m; the shortest straight distance is {nearest:,.0f} m. Do the layers cover the same area, and are the streets connected?</source>
        <translation>{radius:,.0f} m 안에서 시설에 도달하는 장소가 없습니다. 가장 짧은 직선거리는 {nearest:,.0f} m입니다. 레이어가 같은 지역인지, 도로가 이어져 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>No demand that takes part has a weight above 0: there is nobody to be served.</source>
        <translation>분석에 사용할 장소의 인구가 모두 0입니다.</translation>
    </message>
    <message>
        <source>No district is known: give its layer or its code, and coordinates that lie far from it, in another CRS or with swapped axes will be found.</source>
        <translation>구 경계를 알 수 없습니다. 구 경계 레이어나 시군구 코드를 지정하면 멀리 떨어진 좌표, 다른 좌표계, 뒤바뀐 축을 찾아냅니다.</translation>
    </message>
    <message>
        <source>No district was given, so the places were only checked against the country.</source>
        <translation>구 경계를 지정하지 않아 국내 위치인지만 확인하였습니다.</translation>
    </message>
    <message>
        <source>No existing center was given or reached: before, nobody has one.</source>
        <translation>기존 센터가 없거나 닿지 않아, 이전에는 아무도 센터가 없는 것으로 봅니다.</translation>
    </message>
    <message>
        <source>No factor helps in held-out blocks; in the area of applicability all factors count alike.</source>
        <translation>떼어 둔 블록에서 도움이 되는 요인이 없어, 적용 가능 영역에서는 모든 요인을 똑같이 봅니다.</translation>
    </message>
    <message>
        <source>No factor varies among the places, so nothing can be learned from them.</source>
        <translation>지점마다 값이 달라지는 요인이 없어 학습할 것이 없습니다.</translation>
    </message>
    <message>
        <source>No factor varies, so there is no area of applicability.</source>
        <translation>값이 달라지는 요인이 없어 적용 가능 영역을 구할 수 없습니다.</translation>
    </message>
    <message>
        <source>No field tells bridges and underpasses apart, so lines meet wherever they cross. Where that is wrong, ways are too short.</source>
        <translation>교량과 지하차도를 구분하는 필드가 없어 교차하는 모든 선이 만나는 것으로 보았습니다. 실제와 다른 곳에서는 경로가 짧게 계산됩니다.</translation>
    </message>
    <message>
        <source>No folds were made.</source>
        <translation>폴드를 만들지 못했습니다.</translation>
    </message>
    <message>
        <source>No geometry</source>
        <translation>도형 없음</translation>
    </message>
    <message>
        <source>No layer says where it lies. Set the CRS of the layers, then run again.</source>
        <translation>좌표계가 지정된 레이어가 없습니다. 레이어의 좌표계를 지정한 뒤 다시 실행하십시오.</translation>
    </message>
    <message>
        <source>No place is left to draw absences from: of {candidates:,} cells {excluded:,} are outside the observed area and {near:,} too near to an event. Lower ABSENCE_BUFFER or give a larger area.</source>
        <translation>미발생 지점을 뽑을 곳이 없습니다. 셀 {candidates:,}개 가운데 {excluded:,}개는 관찰된 지역 밖이고 {near:,}개는 발생 지점과 너무 가깝습니다. ABSENCE_BUFFER를 줄이거나 더 넓은 지역을 입력하십시오.</translation>
    </message>
    <message>
        <source>No place stands out after the correction for many tests.</source>
        <translation>다중검정 보정 후 유의한 장소가 없습니다.</translation>
    </message>
    <message>
        <source>No place with people is underserved.</source>
        <translation>인구가 있는 부족 장소가 없습니다.</translation>
    </message>
    <message>
        <source>No prediction</source>
        <translation>예측값 없음</translation>
    </message>
    <message>
        <source>No prediction interval could be made.</source>
        <translation>예측 구간을 만들지 못했습니다.</translation>
    </message>
    <message>
        <source>No prediction interval: there are too few places in each block.</source>
        <translation>예측 구간 없음: 블록마다 지점이 너무 적습니다.</translation>
    </message>
    <message>
        <source>No prediction: no value for {fields}</source>
        <translation>예측값 없음(값이 없는 요인: {fields})</translation>
    </message>
    <message>
        <source>No raw files: they are Korean ones and belong to the place in Daejeon only.</source>
        <translation>원자료 파일은 만들지 않았습니다. 한국 자료이므로 대전의 원래 자리에 있을 때만 만듭니다.</translation>
    </message>
    <message>
        <source>No row of the counts has the code of a zone. Codes of the zones: {zones}. Codes of the counts: {rows}. Codes of the Ministry of the Interior and of Statistics Korea differ; both sides need the same.</source>
        <translation>구역 코드와 일치하는 인구 자료가 없습니다. 구역 코드: {zones}. 인구 자료의 코드: {rows}. 행정안전부와 통계청의 코드는 서로 다르므로 같은 기관의 코드를 사용하십시오.</translation>
    </message>
    <message>
        <source>No row of the inventory has a label and a value in every factor. Do inventory and factors cover the same place?</source>
        <translation>라벨과 모든 요인의 값이 있는 행이 없습니다. 발생 자료와 요인이 같은 지역의 자료인지 확인하십시오.</translation>
    </message>
    <message>
        <source>No row was located. Do the references cover the district of the addresses?</source>
        <translation>좌표를 찾은 행이 없습니다. 기준 자료가 주소의 지역을 포함하는지 확인하십시오.</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>No score: no value for {fields}</source>
        <translation>평가하지 않음(값 없음: {fields})</translation>
    </message>
    <message>
        <source>No service that takes part has a capacity above 0: there is nothing to reach.</source>
        <translation>분석에 사용할 시설의 정원이 모두 0입니다.</translation>
    </message>
    <message>
        <source>No service within {radius:,.0f} m; the nearest is {distance:,.0f} m away in a straight line.</source>
        <translation>{radius:,.0f} m 안에 시설이 없으며, 가장 가까운 시설까지 직선거리 {distance:,.0f} m입니다.</translation>
    </message>
    <message>
        <source>No set of sites keeps all rules with it.</source>
        <translation>이곳을 넣으면 모든 규칙을 지키는 조합이 없습니다.</translation>
    </message>
    <message>
        <source>No set of sites keeps the spacing and these rules together: {rules}.</source>
        <translation>이격거리와 다음 조건을 함께 지키는 입지 조합이 없습니다: {rules}.</translation>
    </message>
    <message>
        <source>No set of sites keeps these rules together: {rules}.</source>
        <translation>다음 조건을 함께 지키는 시설 조합이 없습니다: {rules}.</translation>
    </message>
    <message>
        <source>No set with {sites} new sites holds the demand of {demand:,.1f} under the stated rules; this was proven by trying all that could. Open more sites, raise capacities, or let demands be split.</source>
        <translation>주어진 규칙에서는 신규 {sites}곳으로 수요 {demand:,.1f}을 수용할 수 있는 조합이 없습니다(가능한 조합을 모두 검토하여 확인). 시설 수나 정원을 늘리거나 수요의 분할을 허용하십시오.</translation>
    </message>
    <message>
        <source>No set with {sites} new sites that holds all demand was found in {seconds:g} s. Give more time, open more sites, or raise capacities.</source>
        <translation>{seconds:g}초 안에 모든 수요를 수용하는 신규 {sites}곳의 조합을 찾지 못했습니다. 계산 시간, 시설 수 또는 정원을 늘리십시오.</translation>
    </message>
    <message>
        <source>No site is to be opened and none exists. At least one is needed.</source>
        <translation>새로 열 시설도, 기존 시설도 없습니다. 하나 이상 필요합니다.</translation>
    </message>
    <message>
        <source>No two rows have anything in common that could be compared.</source>
        <translation>비교할 수 있는 공통 내용을 가진 행 쌍이 없습니다.</translation>
    </message>
    <message>
        <source>No walk crosses the {count:,} stretches of trunk road.</source>
        <translation>어느 경로도 간선도로 {count:,}구간을 건너지 않습니다.</translation>
    </message>
    <message>
        <source>No weight field was given: every demand row counts as one person.</source>
        <translation>인구 필드를 지정하지 않아 모든 행을 한 사람으로 계산했습니다.</translation>
    </message>
    <message>
        <source>No weight was given: every row of demand counts the same, however many people it stands for.</source>
        <translation>가중치가 없어 인원과 관계없이 수요의 모든 행을 같게 계산했습니다.</translation>
    </message>
    <message>
        <source>Nobody is in need of care in the layers given: all numbers of people are 0 or empty.</source>
        <translation>지정한 레이어에 돌봄이 필요한 사람이 없습니다. 모든 사람 수가 0이거나 비어 있습니다.</translation>
    </message>
    <message>
        <source>Nodes of the search</source>
        <translation>탐색한 마디 수</translation>
    </message>
    <message>
        <source>Nominal coverage of the interval</source>
        <translation>예측 구간의 목표 포함률</translation>
    </message>
    <message>
        <source>None of the checks has found anything.</source>
        <translation>점검에서 발견된 사항이 없습니다.</translation>
    </message>
    <message>
        <source>None of the columns {found} holds an address, a lot or a number.</source>
        <translation>{found} 열에는 주소·지번·번호가 없습니다.</translation>
    </message>
    <message>
        <source>None of the layers can be measured: a table needs the zone code field (ZONE_ID_FIELD) and a field called like it, or a recipe.</source>
        <translation>측정할 수 있는 레이어가 없습니다. 표를 사용하려면 구역 코드 필드(ZONE_ID_FIELD)와 이름이 같은 필드가 표에 있거나 산출표를 지정해야 합니다.</translation>
    </message>
    <message>
        <source>None of the streets of &apos;{streets}&apos; lies in &apos;{district}&apos;. Check both layers.</source>
        <translation>&apos;{streets}&apos;의 도로 중 &apos;{district}&apos; 안에 있는 것이 없습니다. 두 레이어를 확인하십시오.</translation>
    </message>
    <message>
        <source>None of the {demands:,} demand rows can be reached from any allowed site. Are the layers at the same place, is the cutoff too small, or are the streets torn?</source>
        <translation>수요 {demands:,}행 중 어느 것도 열 수 있는 시설과 이어지지 않습니다. 레이어의 위치가 같은지, 최대 비용이 너무 작지 않은지, 도로가 끊어지지 않았는지 확인하십시오.</translation>
    </message>
    <message>
        <source>None of the {demands:,} demand rows has an allowed site within the radius of {radius:g}. Raise the radius.</source>
        <translation>수요 {demands:,}행 중 어느 것도 반경 {radius:g} 안에 열 수 있는 시설이 없습니다. 반경을 늘리십시오.</translation>
    </message>
    <message>
        <source>None of the {edges:,} streets may be walked: all are closed.</source>
        <translation>도로 {edges:,}개가 모두 통행 금지여서 걸을 수 있는 도로가 없습니다.</translation>
    </message>
    <message>
        <source>None of the {facilities:,} facilities lies on the streets.</source>
        <translation>시설 {facilities:,}곳 중 도로 위에 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>None of the {folds} test folds holds both events and other places, so that nothing can be tested. Take fewer folds, or k-means.</source>
        <translation>시험 폴드 {folds}개 가운데 발생과 미발생이 모두 있는 폴드가 없어 시험할 수 없습니다. 폴드 수를 줄이거나 k-평균을 선택하십시오.</translation>
    </message>
    <message>
        <source>None of the {places:,} places has a neighbor. Take a larger distance.</source>
        <translation>장소 {places:,}곳 모두 이웃이 없습니다. 거리를 늘리십시오.</translation>
    </message>
    <message>
        <source>None of the {places:,} places has a value for every criterion ({excluded:,} are excluded). Without a value: {missing}.</source>
        <translation>장소 {places:,}곳 중 모든 기준의 값을 갖춘 곳이 없습니다(제외 규칙 해당 {excluded:,}곳). 값이 없는 기준: {missing}</translation>
    </message>
    <message>
        <source>None of the {read:,} lines can be used as a street ({rejected:,} have no length or place).</source>
        <translation>라인 {read:,}개 중 도로로 쓸 수 있는 것이 없습니다(길이나 위치가 없는 것 {rejected:,}개).</translation>
    </message>
    <message>
        <source>None of the {rows:,} candidates of &apos;{layer}&apos; can take part; REJECTED says why.</source>
        <translation>&apos;{layer}&apos;의 후보지 {rows:,}곳을 모두 사용할 수 없습니다. 이유는 REJECTED에 있습니다.</translation>
    </message>
    <message>
        <source>None of the {rows:,} candidates of &apos;{layer}&apos; may be used under these rules. Loosen a rule or give other candidates.</source>
        <translation>&apos;{layer}&apos;의 후보지 {rows:,}곳 가운데 이 조건에서 쓸 수 있는 곳이 없습니다. 조건을 완화하거나 다른 후보지를 지정하십시오.</translation>
    </message>
    <message>
        <source>None of the {rows:,} demands can be used: weight 0 in {zero:,}, negative in {negative:,}, no number in {not_numbers:,}; {unreachable:,} are reached by no allowed site.</source>
        <translation>수요 {rows:,}곳 중 사용할 수 있는 것이 없습니다. 가중치 0: {zero:,}곳, 음수: {negative:,}곳, 숫자 아님: {not_numbers:,}곳, 도달 가능한 후보지 없음: {unreachable:,}곳.</translation>
    </message>
    <message>
        <source>None of the {rows:,} rows can be used: {fields} has no value, or a place lacks some of the times.</source>
        <translation>{rows:,}개 행 중 쓸 수 있는 행이 없습니다. 값이 없거나({fields}) 일부 시점이 빠진 장소입니다.</translation>
    </message>
    <message>
        <source>None of the {rows:,} rows has a name, an address, a telephone number or another text to compare.</source>
        <translation>{rows:,}개 행 가운데 비교할 이름, 주소, 전화번호 또는 다른 텍스트가 있는 행이 없습니다.</translation>
    </message>
    <message>
        <source>None of the {rows:,} rows of &apos;{layer}&apos; lies near a street with a weight above 0. Check the layer, its field and the greatest distance to a street.</source>
        <translation>&apos;{layer}&apos;의 {rows:,}행 중 도로 가까이에 있으면서 가중치가 0보다 큰 행이 없습니다. 레이어, 필드, 도로까지의 최대 거리를 확인하십시오.</translation>
    </message>
    <message>
        <source>None of the {rows:,} rows of the layer &apos;{layer}&apos; can be used: {reasons}.</source>
        <translation>&apos;{layer}&apos; 레이어의 {rows:,}행 중 사용할 수 있는 행이 없습니다: {reasons}</translation>
    </message>
    <message>
        <source>None of the {rows:,} rows of the references can be used: {placed:,} have coordinates, but no address that can be read.</source>
        <translation>기준 자료 {rows:,}행 중 사용할 수 있는 행이 없습니다. 좌표가 있는 행은 {placed:,}행이지만 읽을 수 있는 주소가 없습니다.</translation>
    </message>
    <message>
        <source>None of the {rows:,} zones has a value in all factors, so there is nothing to predict. Zones with a value: {valid}.</source>
        <translation>구역 {rows:,}곳 가운데 모든 요인의 값이 있는 구역이 없어 예측할 수 없습니다. 값이 있는 구역: {valid}.</translation>
    </message>
    <message>
        <source>None of the {targets:,} targets lies in a zone. Do the two layers cover the same place?</source>
        <translation>배분 대상 {targets:,}개 중 구역 안에 있는 것이 없습니다. 두 레이어가 같은 지역인지 확인하십시오.</translation>
    </message>
    <message>
        <source>Not enough memory. Try fewer features, smaller radii or larger cells.</source>
        <translation>메모리가 부족합니다. 피처 수나 반경을 줄이거나 격자를 크게 하여 다시 실행하십시오.</translation>
    </message>
    <message>
        <source>Not every demand can be covered as long as these rules hold: {rules}. Relax one of them or raise the radius.</source>
        <translation>다음 조건을 모두 지키면 모든 수요를 포괄할 수 없습니다: {rules}. 조건을 완화하거나 반경을 늘리십시오.</translation>
    </message>
    <message>
        <source>Not judged: the nearest scored place is {distance:,.0f} m away.</source>
        <translation>판단하지 않음: 가장 가까운 평가 장소가 {distance:,.0f} m 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>Not located</source>
        <translation>찾지 못함</translation>
    </message>
    <message>
        <source>Not proven in the time given: this set reaches {value} ({what}); no set under these rules can be above {bound}. The best set is at most {gap:.2f} % better.</source>
        <translation>주어진 시간 안에 증명하지 못함: 이 조합은 {value}({what})이며, 이 규칙에서 어떤 조합도 {bound}보다 클 수 없습니다. 최적 조합은 많아야 {gap:.2f} % 더 좋습니다.</translation>
    </message>
    <message>
        <source>Not proven in the time given: this set reaches {value} ({what}); no set under these rules can be below {bound}. The best set is at most {gap:.2f} % better.</source>
        <translation>주어진 시간 안에 증명하지 못함: 이 조합은 {value}({what})이며, 이 규칙에서 어떤 조합도 {bound}보다 작을 수 없습니다. 최적 조합은 많아야 {gap:.2f} % 더 좋습니다.</translation>
    </message>
    <message>
        <source>Not scored or excluded</source>
        <translation>제외 또는 평가하지 않음</translation>
    </message>
    <message>
        <source>Not scored: no value for {fields}.</source>
        <translation>값이 없어 평가하지 않았습니다. 값이 없는 기준: {fields}</translation>
    </message>
    <message>
        <source>Not tested: no neighbors; its value is {value}</source>
        <translation>이웃이 없어 검정하지 않음, 값 {value}</translation>
    </message>
    <message>
        <source>Not unique (standard)</source>
        <translation>중복(표준)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder {folder}. Choose another one.</source>
        <translation>{folder} 폴더에 쓸 수 없습니다. 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Nothing in reach</source>
        <translation>도달 가능한 시설 없음</translation>
    </message>
    <message>
        <source>Nothing tells how large blocks should be; blocks of {size:,.0f} m were taken, about four to a fold.</source>
        <translation>블록 크기를 정할 근거가 없어 {size:,.0f} m 블록(폴드마다 약 4개)을 사용했습니다.</translation>
    </message>
    <message>
        <source>Nothing was measured in metres, because the place of the layer is not known.</source>
        <translation>레이어의 위치를 알 수 없어 거리 점검은 하지 않았습니다.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Numbers (building number, road address number, PNU) are looked up first, then the street address, then the lot. Texts are compared after evening out widths, blanks, short names of provinces and what follows the first comma.</source>
        <translation>번호(건물관리번호, 도로명주소관리번호, PNU), 도로명주소, 지번 순으로 찾습니다. 주소는 전각 문자, 띄어쓰기, 시도 약칭, 첫 쉼표 뒤의 내용을 정리한 뒤 비교합니다.</translation>
    </message>
    <message>
        <source>Numbers stored as text</source>
        <translation>텍스트로 저장된 숫자</translation>
    </message>
    <message>
        <source>OUTPUT is made from zones only and was not written.</source>
        <translation>OUTPUT은 구역을 입력했을 때만 만들므로 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>목적값</translation>
    </message>
    <message>
        <source>Objective by number of sites</source>
        <translation>시설 수에 따른 목적값</translation>
    </message>
    <message>
        <source>Objective: {what}</source>
        <translation>목적값: {what}</translation>
    </message>
    <message>
        <source>Observed share of events</source>
        <translation>실제 발생 비율</translation>
    </message>
    <message>
        <source>Of each name the highest segment.</source>
        <translation>같은 이름의 도로는 가장 높은 구간만 표시합니다.</translation>
    </message>
    <message>
        <source>Of lines and polygons the centroid decides whether they are in the district.</source>
        <translation>선과 폴리곤은 무게중심으로 구 안에 있는지 판단합니다.</translation>
    </message>
    <message>
        <source>Of the calibrated probabilities of the first repeat (field p of the samples); intervals over blocks.</source>
        <translation>첫 반복의 보정 확률(학습 지점의 필드 p)의 값이며, 구간은 블록 단위로 구했습니다.</translation>
    </message>
    <message>
        <source>Of the mean (%)</source>
        <translation>평균 대비(%)</translation>
    </message>
    <message>
        <source>Of these outside the area of applicability</source>
        <translation>그중 적용 가능 영역 밖</translation>
    </message>
    <message>
        <source>Of {all:,} possible pairs {pairs:,} were compared (reduction {reduction:.6f}). A pair is compared when at least one of these keys brings it together.</source>
        <translation>가능한 {all:,}짝 가운데 {pairs:,}짝을 비교했습니다(축소율 {reduction:.6f}). 아래 기준 가운데 하나라도 맞으면 비교합니다.</translation>
    </message>
    <message>
        <source>Of {rows:,} candidates {out:,} break a hard rule, {other:,} are out otherwise, {left:,} take part.</source>
        <translation>후보지 {rows:,}곳 가운데 {out:,}곳은 필수 조건에 어긋나고, {other:,}곳은 다른 이유로 제외되며, {left:,}곳이 참여합니다.</translation>
    </message>
    <message>
        <source>On the diagonal all would have the same. Gini coefficient: {gini:.3f}.</source>
        <translation>대각선이면 모두 같습니다. 지니계수: {gini:.3f}.</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>후속 업소</translation>
    </message>
    <message>
        <source>One center more here scores above {share:.0f} % of the candidates.</source>
        <translation>이곳의 후보지 점수는 후보지 {share:.0f} %보다 높습니다.</translation>
    </message>
    <message>
        <source>Only by this key</source>
        <translation>이 기준으로만</translation>
    </message>
    <message>
        <source>Only one of the two coordinates ({field}) is there.</source>
        <translation>두 좌표({field}) 중 하나만 있습니다.</translation>
    </message>
    <message>
        <source>Only one place could be scored; ranks say nothing.</source>
        <translation>평가한 장소가 한 곳뿐이므로 순위는 의미가 없습니다.</translation>
    </message>
    <message>
        <source>Only polygons touch each other: &apos;{layer}&apos; has {found}. Choose other neighbors (WEIGHTS).</source>
        <translation>폴리곤만 서로 맞닿을 수 있습니다. 레이어 &apos;{layer}&apos;의 도형: {found}. 다른 이웃(WEIGHTS)을 선택하십시오.</translation>
    </message>
    <message>
        <source>Only residential targets have a weight: {rule}</source>
        <translation>주거용 대상에만 가중치를 두었습니다: {rule}</translation>
    </message>
    <message>
        <source>Only the measures along streets are ways to walk. Counts near the edge miss what lies outside the layers given.</source>
        <translation>도로를 따라 잰 지표만 걷는 거리입니다. 경계 부근의 개수에는 입력 레이어 밖에 있는 것이 빠져 있습니다.</translation>
    </message>
    <message>
        <source>Only {count} events can be used; at least {needed} are needed for a model whose quality can be told. Add records, or rate places with the suitability score instead.</source>
        <translation>사용할 수 있는 발생이 {count}건뿐입니다. 성능을 말할 수 있으려면 {needed}건 이상 필요합니다. 기록을 추가하거나 입지 적합도 평가로 점수를 매기십시오.</translation>
    </message>
    <message>
        <source>Only {count} places without an event can be used; at least {needed} are needed. Raise ABSENCE_RATIO or lower ABSENCE_BUFFER, or add records.</source>
        <translation>사용할 수 있는 미발생 지점이 {count}곳뿐입니다. {needed}곳 이상 필요합니다. ABSENCE_RATIO를 높이거나 ABSENCE_BUFFER를 줄이거나 기록을 추가하십시오.</translation>
    </message>
    <message>
        <source>Only {drawn:,} of {wanted:,} absences could be drawn.</source>
        <translation>미발생 지점 {wanted:,}곳 가운데 {drawn:,}곳만 뽑을 수 있었습니다.</translation>
    </message>
    <message>
        <source>Only {rows} rows are left, too few for this.</source>
        <translation>남은 행이 {rows}개뿐이어서 계산할 수 없습니다.</translation>
    </message>
    <message>
        <source>Only {scored:,} places were scored: all of them are among the best {top:,}.</source>
        <translation>평가한 장소가 {scored:,}곳뿐이므로 모두 상위 {top:,}곳에 포함됩니다.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open sites</source>
        <translation>열린 시설</translation>
    </message>
    <message>
        <source>Open the earlier one</source>
        <translation>기존 예제 열기</translation>
    </message>
    <message>
        <source>Open the original file again with the right encoding (CP949 or UTF-8), or import it anew.</source>
        <translation>원본 파일을 올바른 인코딩(CP949 또는 UTF-8)으로 다시 열거나 불러오십시오.</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>개업일</translation>
    </message>
    <message>
        <source>Optimism</source>
        <translation>낙관 편향</translation>
    </message>
    <message>
        <source>Optimism (random minus spatial AUROC)</source>
        <translation>낙관 편향(무작위 - 공간 AUROC)</translation>
    </message>
    <message>
        <source>Optimism, lower bound</source>
        <translation>낙관 편향 하한</translation>
    </message>
    <message>
        <source>Optimism, upper bound</source>
        <translation>낙관 편향 상한</translation>
    </message>
    <message>
        <source>Optimism: by how much the random split overstates the model.</source>
        <translation>낙관 편향: 무작위 검증이 모델의 성능을 실제보다 높게 평가한 정도입니다.</translation>
    </message>
    <message>
        <source>Origins</source>
        <translation>출발지</translation>
    </message>
    <message>
        <source>Origins can be sampled only where the way there and back cost the same. Leave out the one-way field and the elevations, or set the sampling error to 0.</source>
        <translation>출발지 표본은 가는 길과 오는 길의 비용이 같을 때만 쓸 수 있습니다. 일방통행 필드와 표고를 빼거나 표본 오차를 0으로 하십시오.</translation>
    </message>
    <message>
        <source>Other limits</source>
        <translation>다른 기준 시간</translation>
    </message>
    <message>
        <source>Other parts</source>
        <translation>나머지 부분</translation>
    </message>
    <message>
        <source>Out by this rule alone</source>
        <translation>이 조건만으로 제외</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>오래된 자료</translation>
    </message>
    <message>
        <source>Outlier</source>
        <translation>이상값</translation>
    </message>
    <message>
        <source>Outliers, the strongest first</source>
        <translation>특이점(강한 순)</translation>
    </message>
    <message>
        <source>Outliers: beyond {fence:g} interquartile ranges from the quartiles (Tukey) and with a modified z-score above 3.5 (Iglewicz and Hoaglin); skewed values that are not negative on a log scale. Codes, coordinates, years and dates are left out.</source>
        <translation>이상값: 사분위수에서 사분위 범위의 {fence:g}배를 벗어나고(Tukey) 수정 z점수가 3.5를 넘는 값입니다(Iglewicz·Hoaglin). 음수가 없고 치우친 값은 로그 척도로 판단합니다. 코드, 좌표, 연도, 날짜는 제외합니다.</translation>
    </message>
    <message>
        <source>Outlining underserved areas</source>
        <translation>부족 지역 경계 작성</translation>
    </message>
    <message>
        <source>Outside the area of applicability</source>
        <translation>적용 가능 영역 밖</translation>
    </message>
    <message>
        <source>Outside the district</source>
        <translation>구 밖</translation>
    </message>
    <message>
        <source>Outside the district; the coordinates cannot be transformed.</source>
        <translation>구 밖입니다. 좌표를 변환할 수 없습니다.</translation>
    </message>
    <message>
        <source>Outside the range (standard)</source>
        <translation>범위 벗어남(표준)</translation>
    </message>
    <message>
        <source>Over time only Gi* is possible (METHOD gi_star).</source>
        <translation>시계열에는 Gi*만 사용할 수 있습니다(METHOD gi_star).</translation>
    </message>
    <message>
        <source>Pair {number}</source>
        <translation>{number}번 짝</translation>
    </message>
    <message>
        <source>Pair {rank} of the layer of pairs to review (probability {chance:.2f})</source>
        <translation>검토할 짝 {rank}번(같은 업소일 확률 {chance:.2f})</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>짝 수</translation>
    </message>
    <message>
        <source>Pairs are reviewed from {review_from} up to {threshold}: the first must not be larger than the second, and both lie between 0 and 1.</source>
        <translation>검토 대상 쌍의 확률은 {review_from}부터 {threshold}까지입니다. 앞의 값은 뒤의 값보다 클 수 없으며, 두 값 모두 0과 1 사이여야 합니다.</translation>
    </message>
    <message>
        <source>Pairs left out</source>
        <translation>제외한 짝</translation>
    </message>
    <message>
        <source>Pairs of demand and site</source>
        <translation>수요와 시설의 쌍</translation>
    </message>
    <message>
        <source>Pairwise comparisons are possible for at most {most} criteria; there are {criteria}.</source>
        <translation>쌍대비교는 기준이 {most}개 이하일 때 사용할 수 있습니다(현재 {criteria}개).</translation>
    </message>
    <message>
        <source>Part of the column</source>
        <translation>열 중 비율</translation>
    </message>
    <message>
        <source>People</source>
        <translation>인구</translation>
    </message>
    <message>
        <source>People (%)</source>
        <translation>인구 비율(%)</translation>
    </message>
    <message>
        <source>People by class</source>
        <translation>등급별 인구</translation>
    </message>
    <message>
        <source>People gained</source>
        <translation>늘어난 인원</translation>
    </message>
    <message>
        <source>People given and allocated by age</source>
        <translation>연령대별 입력 인구와 배분 인구</translation>
    </message>
    <message>
        <source>People given and allocated by zone</source>
        <translation>구역별 입력 인구와 배분 인구</translation>
    </message>
    <message>
        <source>People go where the way and the crowding together cost them least, until nobody gains by going elsewhere; the score is that cost, lower is better.</source>
        <translation>주민은 이동 거리와 혼잡을 합한 비용이 가장 작은 시설을 이용하며, 다른 시설로 옮겨도 비용이 줄지 않을 때까지 계산합니다. 점수는 그 비용이며 작을수록 좋습니다.</translation>
    </message>
    <message>
        <source>People in the catchment</source>
        <translation>이용권 인구</translation>
    </message>
    <message>
        <source>People to expect</source>
        <translation>예상 이용 인구</translation>
    </message>
    <message>
        <source>People to expect: as the method shares them out; with weights by distance a far person counts in part.</source>
        <translation>예상 이용 인구: 분석 방법에 따라 배분한 인구입니다. 거리 가중을 적용하면 먼 인구는 일부만 계산합니다.</translation>
    </message>
    <message>
        <source>People who reach several services are counted at each of them, so that demand is overstated there.</source>
        <translation>여러 시설에 도달할 수 있는 인구는 시설마다 중복 계산되므로 수요가 크게 나타납니다.</translation>
    </message>
    <message>
        <source>People: {group}</source>
        <translation>인구: {group}</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>개인정보</translation>
    </message>
    <message>
        <source>Personal data is told by form and column name; free text may hold more. Values are shown only where they cannot be anybody&apos;s.</source>
        <translation>개인정보는 값의 형식과 필드 이름으로 판단하므로 서술형 필드에 더 있을 수 있습니다. 누구의 것도 될 수 없는 값만 표시합니다.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>장소 수</translation>
    </message>
    <message>
        <source>Places almost the same</source>
        <translation>거의 같은 위치</translation>
    </message>
    <message>
        <source>Places are permuted within a period: with WINDOW whole choose TEST analytic.</source>
        <translation>순열 검정은 한 시점 안에서 이루어집니다. WINDOW가 whole이면 TEST를 analytic으로 선택하십시오.</translation>
    </message>
    <message>
        <source>Places asked about</source>
        <translation>문의 장소</translation>
    </message>
    <message>
        <source>Places by class</source>
        <translation>등급별 장소 수</translation>
    </message>
    <message>
        <source>Places by grade</source>
        <translation>등급별 장소 수</translation>
    </message>
    <message>
        <source>Places excluded by rule</source>
        <translation>제외 규칙별 장소 수</translation>
    </message>
    <message>
        <source>Places without neighbors (not tested)</source>
        <translation>이웃이 없는 장소(검정하지 않음)</translation>
    </message>
    <message>
        <source>Planted truth</source>
        <translation>심어 둔 정답</translation>
    </message>
    <message>
        <source>Portal number</source>
        <translation>포털 번호</translation>
    </message>
    <message>
        <source>Precision: share of the links made that are right</source>
        <translation>정밀도: 연결한 짝 가운데 옳은 비율</translation>
    </message>
    <message>
        <source>Predicted probability</source>
        <translation>예측한 확률</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>예측하는 중</translation>
    </message>
    <message>
        <source>Prediction interval: of about {size} places with a like value in an area that was not learned from, the share where it happens lies between the bounds in {level:.0%} of cases ({blocks} areas were compared). It is no interval for a single place, where it happens or does not.</source>
        <translation>예측 구간: 학습에 쓰지 않은 지역에서 값이 비슷한 약 {size}곳의 실제 발생 비율이 하한과 상한 사이에 드는 경우가 {level:.0%}입니다(비교한 지역 {blocks}곳). 발생하거나 발생하지 않는 한 지점에 대한 구간이 아닙니다.</translation>
    </message>
    <message>
        <source>Preparing the results</source>
        <translation>결과를 준비하는 중</translation>
    </message>
    <message>
        <source>Presences</source>
        <translation>발생 지점 수</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>대가</translation>
    </message>
    <message>
        <source>Price (%)</source>
        <translation>대가(%)</translation>
    </message>
    <message>
        <source>Price: how much better the result would be without the rule, all others staying. 0: it costs nothing.</source>
        <translation>대가: 다른 규칙은 그대로 두고 그 규칙만 없앨 때 결과가 좋아지는 정도입니다. 0이면 대가가 없습니다.</translation>
    </message>
    <message>
        <source>Prior correction of the probabilities to a share of events of {rate:g} in the area.</source>
        <translation>지역의 발생 비율 {rate:g}에 맞추어 확률을 사전 보정했습니다.</translation>
    </message>
    <message>
        <source>Probabilities and intervals</source>
        <translation>확률과 예측 구간</translation>
    </message>
    <message>
        <source>Probabilities are calibrated on out-of-fold scores (Platt below 1,000 places, else isotonic); the figures of calibration use a calibrator that has not seen the fold.</source>
        <translation>확률은 폴드 밖 점수로 보정합니다(지점 1,000곳 미만은 Platt, 그 이상은 등위 회귀). 보정 수치에는 해당 폴드를 보지 않은 보정을 사용합니다.</translation>
    </message>
    <message>
        <source>Probabilities refer to the share of events among the training places ({share:.0%}). Where events are rarer, they are too high: give TRUE_RATE, or read them as an order.</source>
        <translation>확률은 학습 지점 가운데 발생 비율({share:.0%})을 기준으로 합니다. 실제로 발생이 더 드문 곳에서는 확률이 너무 높으므로 TRUE_RATE를 입력하거나 순서로만 읽으십시오.</translation>
    </message>
    <message>
        <source>Probability of being among the best {top}</source>
        <translation>상위 {top}개에 들 확률</translation>
    </message>
    <message>
        <source>Profile of the fields</source>
        <translation>필드 요약</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>증명</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>증명</translation>
    </message>
    <message>
        <source>Proven: no other set of {count} new sites under these rules is better ({what}: {value}).</source>
        <translation>증명됨: 이 규칙에서 신규 시설 {count}곳의 다른 어떤 조합도 이보다 좋지 않습니다({what}: {value}).</translation>
    </message>
    <message>
        <source>Proven: no set with fewer than {value} open sites covers everybody under these rules.</source>
        <translation>증명됨: 이 규칙에서 시설 {value}곳보다 적은 수로는 모든 수요를 포함할 수 없습니다.</translation>
    </message>
    <message>
        <source>Proven: under these rules no set that is not listed is better than the last one listed.</source>
        <translation>증명됨: 이 규칙에서 목록에 없는 조합은 목록의 마지막 조합보다 좋지 않습니다.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>제공기관</translation>
    </message>
    <message>
        <source>Putting the map together</source>
        <translation>지도를 만드는 중</translation>
    </message>
    <message>
        <source>Quality in space and at random</source>
        <translation>공간 검증과 무작위 검증의 성능</translation>
    </message>
    <message>
        <source>ROC curves of the first repeat, all held-out places together: the more places are called, the more hits and false alarms. The gap between the lines is optimism; on the dashed line a model is worth nothing.</source>
        <translation>첫 반복에서 떼어 둔 지점 전체의 ROC 곡선입니다. 더 많은 곳을 지목할수록 맞게 지목한 비율과 잘못 지목한 비율이 함께 늘어납니다. 두 선의 차이가 낙관 편향이며, 점선 위의 모델은 쓸모가 없습니다.</translation>
    </message>
    <message>
        <source>Radii and distances start at the center of the zone (a point inside it, should the center lie outside).</source>
        <translation>반경과 거리는 구역의 중심점에서 측정합니다. 중심점이 구역 밖에 있으면 구역 안의 한 점에서 측정합니다.</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>반경</translation>
    </message>
    <message>
        <source>Random cells with a value in every factor</source>
        <translation>모든 요인의 값이 있는 무작위 셀</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>Rank 1: the new site that would be missed most, the others staying.</source>
        <translation>1순위: 다른 시설이 그대로일 때 없으면 가장 아쉬운 신규 시설입니다.</translation>
    </message>
    <message>
        <source>Rank interval</source>
        <translation>순위 구간</translation>
    </message>
    <message>
        <source>Rank intervals: {draws:,} draws of the weights from a Dirichlet distribution around the given ones (concentration {concentration:g}, seed {seed}).</source>
        <translation>순위 구간: 주어진 가중치를 중심으로 한 디리클레 분포(집중도 {concentration:g}, 난수 시드 {seed})에서 가중치를 {draws:,}회 추출하여 산출하였습니다.</translation>
    </message>
    <message>
        <source>Rasters are made from factor rasters only and were not written: {names}</source>
        <translation>래스터는 요인 래스터를 입력했을 때만 만들므로 저장하지 않았습니다: {names}</translation>
    </message>
    <message>
        <source>Rasters come from factor rasters only. For zones choose a file for the zones (OUTPUT).</source>
        <translation>래스터는 요인 래스터를 입력했을 때만 만들 수 있습니다. 구역을 입력할 때는 구역의 저장 파일(OUTPUT)을 지정하십시오.</translation>
    </message>
    <message>
        <source>Rasters were given instead.</source>
        <translation>래스터를 입력했습니다.</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>도달</translation>
    </message>
    <message>
        <source>Reach (angular)</source>
        <translation>도달(각도)</translation>
    </message>
    <message>
        <source>Reach with distance decay</source>
        <translation>거리 감쇠 도달</translation>
    </message>
    <message>
        <source>Reach: what lies within the radius along the streets (crossings, or the weight of the destinations). Closeness: 1 / mean way. Harmonic closeness: sum of 1 / way. All to other crossings.</source>
        <translation>도달: 도로를 따라 반경 안에 있는 교차점 수 또는 목적지 가중치입니다. 근접 중심성은 1/평균 거리, 조화 근접 중심성은 1/거리의 합이며 모두 다른 교차점까지의 값입니다.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>읽음</translation>
    </message>
    <message>
        <source>Read = imported + left out + filtered out, checked for every file.</source>
        <translation>읽음 = 불러옴 + 제외 + 걸러냄. 파일마다 확인하였습니다.</translation>
    </message>
    <message>
        <source>Read its values as an order of places, not as probabilities.</source>
        <translation>값을 확률이 아니라 순서로만 읽으십시오.</translation>
    </message>
    <message>
        <source>Reading and writing the rows</source>
        <translation>행을 읽고 저장하는 중</translation>
    </message>
    <message>
        <source>Reading demand and services</source>
        <translation>장소와 시설 읽기</translation>
    </message>
    <message>
        <source>Reading demand and sites</source>
        <translation>수요와 시설을 읽는 중</translation>
    </message>
    <message>
        <source>Reading in the register of shops</source>
        <translation>상가 목록 불러오기</translation>
    </message>
    <message>
        <source>Reading people and sites</source>
        <translation>사람과 입지를 읽는 중</translation>
    </message>
    <message>
        <source>Reading the addresses</source>
        <translation>주소 읽는 중</translation>
    </message>
    <message>
        <source>Reading the cost table</source>
        <translation>비용표를 읽는 중</translation>
    </message>
    <message>
        <source>Reading the counts</source>
        <translation>인구 자료 읽기</translation>
    </message>
    <message>
        <source>Reading the district</source>
        <translation>구 경계 읽는 중</translation>
    </message>
    <message>
        <source>Reading the inventory</source>
        <translation>발생 자료를 읽는 중</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>모델을 읽는 중</translation>
    </message>
    <message>
        <source>Reading the places</source>
        <translation>평가할 장소 읽는 중</translation>
    </message>
    <message>
        <source>Reading the rasters</source>
        <translation>래스터를 읽는 중</translation>
    </message>
    <message>
        <source>Reading the references</source>
        <translation>기준 자료 읽는 중</translation>
    </message>
    <message>
        <source>Reading the registers</source>
        <translation>대장을 읽는 중</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>행을 읽는 중</translation>
    </message>
    <message>
        <source>Reading the streets</source>
        <translation>도로를 읽는 중</translation>
    </message>
    <message>
        <source>Reading the targets</source>
        <translation>배분 대상 읽기</translation>
    </message>
    <message>
        <source>Reading the zones</source>
        <translation>구역 읽는 중</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Reason: the factors with the largest contributions, with the value behind each and the contribution.</source>
        <translation>이유: 기여가 가장 큰 요인과 그 값, 괄호 안은 기여도입니다.</translation>
    </message>
    <message>
        <source>Reason: the three largest contributions with the value behind each.</source>
        <translation>이유: 기여도가 가장 큰 세 기준과 그 값(괄호 안은 기여도).</translation>
    </message>
    <message>
        <source>Reasons: the contribution of each factor against the average of the training places, on the scale of the model. They are no causes.</source>
        <translation>이유: 학습 지점의 평균과 비교한 요인별 기여도이며 모델의 척도로 나타냅니다. 인과 관계를 뜻하지 않습니다.</translation>
    </message>
    <message>
        <source>Recall: share of all true links that were made</source>
        <translation>재현율: 실제로 같은 짝 가운데 연결한 비율</translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{field}&apos; are no classes; give numbers such as 41 42.</source>
        <translation>산출표 {row}행: &apos;{field}&apos; 값은 분류 번호가 아닙니다. 41 42와 같이 숫자를 입력하십시오.</translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; cannot be taken of the layer &apos;{layer}&apos; ({kind}). Possible: {known}.</source>
        <translation>산출표 {row}행: &apos;{layer}&apos; 레이어({kind})에서는 &apos;{measure}&apos; 지표를 산출할 수 없습니다. 산출할 수 있는 지표: {known}</translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; goes along streets: give the street lines (STREETS).</source>
        <translation>산출표 {row}행: 지표 &apos;{measure}&apos;에는 도로 라인(STREETS)이 필요합니다.</translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; is no measure. Measures: {known}.</source>
        <translation>산출표 {row}행: &apos;{measure}&apos; 지표는 없습니다. 사용할 수 있는 지표: {known}</translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; of the layer &apos;{layer}&apos; goes by position; leave zone_field (&apos;{field}&apos;) blank.</source>
        <translation>산출표 {row}행: &apos;{layer}&apos; 레이어의 &apos;{measure}&apos; 지표는 위치로 계산합니다. zone_field(&apos;{field}&apos;)를 비워 두십시오.</translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; of the layer &apos;{layer}&apos; needs a field.</source>
        <translation>산출표 {row}행: &apos;{layer}&apos; 레이어의 &apos;{measure}&apos; 지표에는 필드를 지정해야 합니다.</translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; of the layer &apos;{layer}&apos; needs a radius.</source>
        <translation>산출표 {row}행: &apos;{layer}&apos; 레이어의 &apos;{measure}&apos; 지표에는 반경을 지정해야 합니다.</translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; of the layer &apos;{layer}&apos; takes no field; leave &apos;{field}&apos; out.</source>
        <translation>산출표 {row}행: &apos;{layer}&apos; 레이어의 &apos;{measure}&apos; 지표에는 필드를 쓰지 않습니다. &apos;{field}&apos; 값을 지우십시오.</translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; of the layer &apos;{layer}&apos; takes no radius; leave it blank.</source>
        <translation>산출표 {row}행: &apos;{layer}&apos; 레이어의 &apos;{measure}&apos; 지표에는 반경을 쓰지 않습니다. 반경을 비워 두십시오.</translation>
    </message>
    <message>
        <source>Recipe row {row}: several layers are called &apos;{layer}&apos;. Give the number of the layer: {known}.</source>
        <translation>산출표 {row}행: 이름이 &apos;{layer}&apos;인 레이어가 여러 개입니다. 레이어 순번을 입력하십시오: {known}</translation>
    </message>
    <message>
        <source>Recipe row {row}: the layer is missing.</source>
        <translation>산출표 {row}행: layer 열이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Recipe row {row}: the name &apos;{name}&apos; is not possible; use letters a-z, digits and _, a letter first.</source>
        <translation>산출표 {row}행: &apos;{name}&apos; 이름은 사용할 수 없습니다. 영문 소문자로 시작하여 영문 소문자, 숫자, _만 사용하십시오.</translation>
    </message>
    <message>
        <source>Recipe row {row}: the name &apos;{name}&apos; is too like &apos;{other}&apos; of row {other_row} (the first ten letters count).</source>
        <translation>산출표 {row}행: &apos;{name}&apos; 이름은 {other_row}행의 &apos;{other}&apos; 이름과 앞 10글자가 같습니다. 구별되는 이름을 사용하십시오.</translation>
    </message>
    <message>
        <source>Recipe row {row}: the radius &apos;{radius}&apos; is no number of metres.</source>
        <translation>산출표 {row}행: 반경 &apos;{radius}&apos; 값이 올바르지 않습니다. 미터 단위 숫자로 입력하십시오.</translation>
    </message>
    <message>
        <source>Recipe row {row}: the zones already have a field &apos;{name}&apos; (the first ten letters count).</source>
        <translation>산출표 {row}행: 구역에 &apos;{name}&apos; 필드가 이미 있습니다(앞 10글자 기준).</translation>
    </message>
    <message>
        <source>Recipe row {row}: there is no layer &apos;{layer}&apos;. There are: {known}.</source>
        <translation>산출표 {row}행: &apos;{layer}&apos; 레이어가 없습니다. 있는 레이어: {known}</translation>
    </message>
    <message>
        <source>Record A</source>
        <translation>기록 A</translation>
    </message>
    <message>
        <source>Record B</source>
        <translation>기록 B</translation>
    </message>
    <message>
        <source>References</source>
        <translation>기준 자료</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>대장</translation>
    </message>
    <message>
        <source>Register rows and building polygons</source>
        <translation>건축물대장과 건물 폴리곤 결합</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>대장</translation>
    </message>
    <message>
        <source>Relative suitability</source>
        <translation>상대 적합도</translation>
    </message>
    <message>
        <source>Relative suitability must not be read, added or multiplied as a probability.</source>
        <translation>상대 적합도는 확률로 해석하거나 더하고 곱할 수 없습니다.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Remedies and examples</source>
        <translation>조치 방법과 예</translation>
    </message>
    <message>
        <source>Remove the field or protect it (protectprivacy) before you pass anything on.</source>
        <translation>자료를 제공하기 전에 필드를 삭제하거나 비식별 처리하십시오(protectprivacy).</translation>
    </message>
    <message>
        <source>Repair with &apos;Fix geometries&apos; and look at the marked spot.</source>
        <translation>&apos;도형 수정&apos; 도구로 고치고 표시된 지점을 확인하십시오.</translation>
    </message>
    <message>
        <source>Repeated rows are counted from the second one on. A fault of at least half of the rows (50 or more) is one finding of the whole field.</source>
        <translation>중복은 두 번째 행부터 셉니다. 절반 이상(50개 이상)의 행에 있는 문제는 필드 전체의 한 건으로 기록합니다.</translation>
    </message>
    <message>
        <source>Replace them by blanks; other programs take them for ends of rows.</source>
        <translation>공백으로 바꾸십시오. 다른 프로그램에서 행의 끝으로 잘못 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Report and record</source>
        <translation>보고서와 분석 이력 작성 중</translation>
    </message>
    <message>
        <source>Required value missing (standard)</source>
        <translation>필수값 없음(표준)</translation>
    </message>
    <message>
        <source>Residential rule {rule}: there is no field &apos;{field}&apos;.</source>
        <translation>주거용 대상 조건 {rule}: &apos;{field}&apos; 필드가 없습니다.</translation>
    </message>
    <message>
        <source>Residential rule {rule}: there is no variable &apos;@{name}&apos;.</source>
        <translation>주거용 대상 조건 {rule}: &apos;@{name}&apos; 변수가 없습니다.</translation>
    </message>
    <message>
        <source>Residential rule {rule}: {problem}</source>
        <translation>주거용 대상 조건 {rule}: {problem}</translation>
    </message>
    <message>
        <source>Residuals are alike over more than a third of the area: no size of blocks can be told from them.</source>
        <translation>잔차가 지역의 3분의 1을 넘는 거리까지 비슷하여 블록 크기를 정할 수 없습니다.</translation>
    </message>
    <message>
        <source>Residuals are alike within {range:,.0f} m ({model} variogram): that is the size of the blocks.</source>
        <translation>잔차가 {range:,.0f} m 안에서 서로 비슷하여({model} 베리오그램) 이를 블록 크기로 사용했습니다.</translation>
    </message>
    <message>
        <source>Residuals of neighbors are no more alike than by chance.</source>
        <translation>이웃한 잔차가 우연보다 더 비슷하지 않습니다.</translation>
    </message>
    <message>
        <source>Result: public notice boards</source>
        <translation>결과: 전자게시대 입지</translation>
    </message>
    <message>
        <source>Rise of log loss</source>
        <translation>로그 손실 증가</translation>
    </message>
    <message>
        <source>Road address</source>
        <translation>도로명주소</translation>
    </message>
    <message>
        <source>Root mean square error</source>
        <translation>평균 제곱근 오차</translation>
    </message>
    <message>
        <source>Rounds: {rounds}; what people could still save on average: {gap:.4%}; settled: {settled}.</source>
        <translation>반복 {rounds}회, 평균적으로 더 줄일 수 있는 비용 {gap:.4%}, 안정 여부: {settled}.</translation>
    </message>
    <message>
        <source>Row occurs more than once</source>
        <translation>행 중복</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행 수</translation>
    </message>
    <message>
        <source>Rows by level</source>
        <translation>수준별 행 수</translation>
    </message>
    <message>
        <source>Rows left out, by reason</source>
        <translation>사유별 제외 행 수</translation>
    </message>
    <message>
        <source>Rows of other districts belong to a filter; correct the rest from the address.</source>
        <translation>다른 구의 자료는 걸러 내고, 나머지는 주소를 기준으로 수정하십시오.</translation>
    </message>
    <message>
        <source>Rows of the references</source>
        <translation>기준 자료별 행 수</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>읽은 행</translation>
    </message>
    <message>
        <source>Rows read {rows:,} = rows checked {rows:,}.</source>
        <translation>읽음 {rows:,}행 = 점검 {rows:,}행.</translation>
    </message>
    <message>
        <source>Rows used</source>
        <translation>사용한 행</translation>
    </message>
    <message>
        <source>Rows with it</source>
        <translation>이 값이 있는 행</translation>
    </message>
    <message>
        <source>Rows without the event serve as background.</source>
        <translation>발생하지 않은 행을 배경으로 사용합니다.</translation>
    </message>
    <message>
        <source>Rows, for example</source>
        <translation>해당 행(예)</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>제외 규칙</translation>
    </message>
    <message>
        <source>Rules and their price</source>
        <translation>규칙과 대가</translation>
    </message>
    <message>
        <source>Run record</source>
        <translation>분석 이력</translation>
    </message>
    <message>
        <source>Run record (*.json)</source>
        <translation>분석 이력 (*.json)</translation>
    </message>
    <message>
        <source>STRATA names &apos;{name}&apos;, which is no factor. Factors are: {factors}.</source>
        <translation>STRATA의 &apos;{name}&apos;은(는) 요인이 아닙니다. 요인: {factors}</translation>
    </message>
    <message>
        <source>Same content under another number</source>
        <translation>번호만 다른 같은 내용</translation>
    </message>
    <message>
        <source>Same geometry more than once</source>
        <translation>도형 중복</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>예제 자료</translation>
    </message>
    <message>
        <source>Sample district: {step}</source>
        <translation>예제 자치구: {step}</translation>
    </message>
    <message>
        <source>Sampled: at {radius:,} m {share:.1%} of the crossings were origins. Standard error of betweenness, over all segments: {error:.1%} of the values.</source>
        <translation>표본: 반경 {radius:,}m에서 교차점의 {share:.1%}를 출발지로 사용했습니다. 전체 구간에 대한 매개 중심성의 표준오차는 값의 {error:.1%}입니다.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Score {score:.3f}, rank {rank:,} of {count:,} (better than {percentile:.0f} %). It is weakest in {weakest}. Taking it instead of number {top} would lose {loss:.3f}.</source>
        <translation>점수 {score:.3f}, {count:,}곳 중 {rank:,}위입니다(하위 {percentile:.0f}%보다 높음). 가장 약한 기준: {weakest}. {top}위 장소 대신 선택하면 점수가 {loss:.3f} 낮아집니다.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>점수 분포</translation>
    </message>
    <message>
        <source>Scores must lie between 0 and 1; they go from {low} to {high}.</source>
        <translation>점수는 0과 1 사이여야 합니다. 현재 범위: {low} ~ {high}</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>점수 산정 중</translation>
    </message>
    <message>
        <source>Scoring places for public notice boards</source>
        <translation>전자게시대 입지 점수 산정</translation>
    </message>
    <message>
        <source>Seconds for the costs</source>
        <translation>비용 계산 시간(초)</translation>
    </message>
    <message>
        <source>Seconds for the solver</source>
        <translation>풀이 시간(초)</translation>
    </message>
    <message>
        <source>Segments closed for walking</source>
        <translation>걸을 수 없는 구간</translation>
    </message>
    <message>
        <source>Segments that lose more than a tenth</source>
        <translation>10% 넘게 잃는 구간</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>이용</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>시설</translation>
    </message>
    <message>
        <source>Services outside the data are not seen: places near the edge of the district may be better served than shown.</source>
        <translation>자료 밖의 시설은 반영하지 않으므로 경계 부근의 실제 접근성은 결과보다 나을 수 있습니다.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>조합</translation>
    </message>
    <message>
        <source>Set the right CRS in the layer&apos;s properties, or import the file with its CRS.</source>
        <translation>레이어 속성에서 올바른 좌표계를 지정하거나 좌표계를 지정하여 다시 불러오십시오.</translation>
    </message>
    <message>
        <source>Several rows in one place</source>
        <translation>같은 위치에 여러 행</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>비율(%)</translation>
    </message>
    <message>
        <source>Share of all access</source>
        <translation>전체 접근성 중 비율</translation>
    </message>
    <message>
        <source>Share of each class</source>
        <translation>등급별 비율</translation>
    </message>
    <message>
        <source>Share of people who are underserved</source>
        <translation>부족 인구 비율</translation>
    </message>
    <message>
        <source>Share of people, the worst off first</source>
        <translation>인구 비율(접근성이 낮은 순)</translation>
    </message>
    <message>
        <source>Share of the demand rows</source>
        <translation>수요 행 비율</translation>
    </message>
    <message>
        <source>Share of the input rows</source>
        <translation>입력 행 비율</translation>
    </message>
    <message>
        <source>Share of the length in the largest part (%)</source>
        <translation>가장 큰 부분의 길이 비율(%)</translation>
    </message>
    <message>
        <source>Share of the new centers</source>
        <translation>새 센터 비율</translation>
    </message>
    <message>
        <source>Share of the open sites</source>
        <translation>열린 시설 비율</translation>
    </message>
    <message>
        <source>Share of the people</source>
        <translation>인원 비율</translation>
    </message>
    <message>
        <source>Share of the weight</source>
        <translation>가중치 비율</translation>
    </message>
    <message>
        <source>Share of the weight (%)</source>
        <translation>가중치 비율(%)</translation>
    </message>
    <message>
        <source>Shares are computed from areas in the CRS of the cells.</source>
        <translation>비율은 격자 좌표계에서 계산한 면적으로 구합니다.</translation>
    </message>
    <message>
        <source>Shops, read in from the register (synthetic)</source>
        <translation>불러온 상가 목록(합성 자료)</translation>
    </message>
    <message>
        <source>Shortest ways</source>
        <translation>최단 경로를 계산하는 중</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>보고서 보기</translation>
    </message>
    <message>
        <source>Show the run record</source>
        <translation>분석 이력 펼치기</translation>
    </message>
    <message>
        <source>Significant places</source>
        <translation>유의한 장소</translation>
    </message>
    <message>
        <source>Site {column} is both required and forbidden.</source>
        <translation>시설 {column}번이 필수이면서 제외 대상입니다.</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>시설</translation>
    </message>
    <message>
        <source>Sites with their rank, and lines from the demand they serve, colored by cost</source>
        <translation>시설과 순위, 이용하는 수요까지 이은 선(색은 비용)</translation>
    </message>
    <message>
        <source>Sites {first} and {second} are nearer to each other than allowed, but both must be open.</source>
        <translation>시설 {first}과(와) {second}은(는) 이격거리보다 가까우나 둘 다 반드시 설치하도록 지정되어 있습니다.</translation>
    </message>
    <message>
        <source>Sizes of the blocks (rows)</source>
        <translation>묶음의 크기(행)</translation>
    </message>
    <message>
        <source>Slope: a street counts as long as the flat way that takes the same time on foot (Tobler 1993).</source>
        <translation>경사: 도로의 길이를 걸어서 같은 시간이 걸리는 평지 길이로 봅니다(Tobler 1993).</translation>
    </message>
    <message>
        <source>So little is reached that sampling would not pay: all values are exact.</source>
        <translation>반경 안의 교차점이 적어 표본을 쓸 필요가 없습니다. 모든 값이 정확합니다.</translation>
    </message>
    <message>
        <source>Some columns may hold data on persons (telephone, names). Remove them before the layer is passed on.</source>
        <translation>일부 열에 개인정보(전화번호, 이름)가 들어 있을 수 있습니다. 레이어를 제공하기 전에 삭제하십시오.</translation>
    </message>
    <message>
        <source>Sources and licenses</source>
        <translation>출처와 이용허락범위</translation>
    </message>
    <message>
        <source>Spatial beside random</source>
        <translation>공간 검증과 무작위 검증</translation>
    </message>
    <message>
        <source>Spot</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Spread by</source>
        <translation>배분 기준</translation>
    </message>
    <message>
        <source>Spread, largest (m)</source>
        <translation>범위 최댓값(m)</translation>
    </message>
    <message>
        <source>Spread, median (m)</source>
        <translation>범위 중앙값(m)</translation>
    </message>
    <message>
        <source>Spread: distance from the point given to the farthest of the points that it stands for; it says how far these lie apart, not how far off the row is. A street or dong of which the references know one address only has no spread.</source>
        <translation>범위: 제시한 점에서 그 점이 대표하는 지점 중 가장 먼 곳까지의 거리입니다. 지점들이 흩어진 정도이며, 해당 행의 실제 오차가 아닙니다. 기준 자료에 주소가 하나뿐인 도로·동은 범위를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Standard data set: {schema}.</source>
        <translation>표준데이터: {schema}.</translation>
    </message>
    <message>
        <source>Start with the sample</source>
        <translation>예제로 시작하기</translation>
    </message>
    <message>
        <source>Start with the sample…</source>
        <translation>예제로 시작하기…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>사용 여부</translation>
    </message>
    <message>
        <source>Step by step from the odds of any compared pair to those of this one. Names are not shown here; the layer of pairs to review has them side by side in its form.</source>
        <translation>비교한 짝의 평균 승산에서 이 짝의 승산까지 단계별로 보입니다. 상호는 여기에 적지 않으며, 검토할 짝 레이어의 폼에서 나란히 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Stopped. Nothing that was there has been changed.</source>
        <translation>실행을 중단하였습니다. 기존 파일은 변경되지 않았습니다.</translation>
    </message>
    <message>
        <source>Straight lines cross rivers, railways and expressways. Where these matter, measure along streets.</source>
        <translation>직선거리는 하천, 철도, 고속도로를 가로지릅니다. 이것이 중요하면 도로를 따라간 거리를 사용하십시오.</translation>
    </message>
    <message>
        <source>Straight lines cross rivers, railways and trunk roads; ways along streets are often 1.2 to 1.4 times longer.</source>
        <translation>직선거리는 하천, 철도, 간선도로를 가로지릅니다. 도로를 따른 거리는 대체로 1.2~1.4배입니다.</translation>
    </message>
    <message>
        <source>Straightest ways</source>
        <translation>직선 경로를 계산하는 중</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>도로</translation>
    </message>
    <message>
        <source>Street segments</source>
        <translation>도로 구간</translation>
    </message>
    <message>
        <source>Streets that most ways run along</source>
        <translation>경로가 가장 많이 지나는 도로</translation>
    </message>
    <message>
        <source>Streets within reach</source>
        <translation>걸어갈 수 있는 도로 산출 중</translation>
    </message>
    <message>
        <source>Stretches left out as a second carriageway</source>
        <translation>분리 도로의 다른 방향으로 보아 제외한 구간</translation>
    </message>
    <message>
        <source>Strongest place</source>
        <translation>가장 강한 장소</translation>
    </message>
    <message>
        <source>Successors</source>
        <translation>후속 업소</translation>
    </message>
    <message>
        <source>Suitability for public notice boards (synthetic)</source>
        <translation>전자게시대 입지 적합도(합성 자료)</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Sum of the age groups asked for</source>
        <translation>요청한 연령대 합계</translation>
    </message>
    <message>
        <source>Sum of the counted columns</source>
        <translation>사용한 인구 열의 합계</translation>
    </message>
    <message>
        <source>Sum of weights</source>
        <translation>가중치 합계</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Susceptibility (probability)</source>
        <translation>발생 가능성(확률)</translation>
    </message>
    <message>
        <source>Susceptibility says how likely it is by the nature of a place. It is no risk: how strong, how often, and what or whom it would hit are not in it.</source>
        <translation>발생 가능성은 장소의 조건에 따라 발생하기 쉬운 정도입니다. 강도, 빈도, 피해 대상을 고려하지 않으므로 위험의 크기를 나타내지 않습니다.</translation>
    </message>
    <message>
        <source>Swap X and Y of these rows.</source>
        <translation>해당 행의 X와 Y를 바꾸십시오.</translation>
    </message>
    <message>
        <source>Synthetic: good for learning and for testing, never for a decision.</source>
        <translation>합성 자료입니다. 교육과 시험에만 쓰고 의사결정에는 쓰지 마십시오.</translation>
    </message>
    <message>
        <source>TOPSIS: distance to the worst point divided by the distances to the worst and the ideal point.</source>
        <translation>TOPSIS: 점수는 최악점까지의 거리를 최악점까지의 거리와 이상점까지의 거리의 합으로 나눈 값입니다.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>표 {number}</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>사용한 자료</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>배분 대상 수</translation>
    </message>
    <message>
        <source>Testing each place</source>
        <translation>장소별 검정 중</translation>
    </message>
    <message>
        <source>That cannot be told from chance: do not use this model where it has not been.</source>
        <translation>우연과 구별되지 않으므로 학습하지 않은 곳에 이 모델을 사용하지 마십시오.</translation>
    </message>
    <message>
        <source>The CRS of some files could not be verified by their coordinates.</source>
        <translation>일부 파일의 좌표계는 좌표 값으로 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>The Korean national grid has no cells of {size} m; it has: {known}.</source>
        <translation>국가격자에는 {size} m 격자가 없습니다. 있는 크기(m): {known}</translation>
    </message>
    <message>
        <source>The age group {group} cannot be made: no column counts people aged {age}.</source>
        <translation>연령대 {group}을(를) 만들 수 없습니다. {age}세 인구가 있는 열이 없습니다.</translation>
    </message>
    <message>
        <source>The age groups {first} and {second} overlap.</source>
        <translation>연령대 {first}과(와) {second}이(가) 겹칩니다.</translation>
    </message>
    <message>
        <source>The agents did not settle in {rounds} rounds: people could still save {gap:.2%} of their cost on average by changing. Read small differences with care.</source>
        <translation>{rounds}회 반복에도 주민의 선택이 안정되지 않았습니다. 시설을 바꾸면 평균 {gap:.2%}의 비용을 더 줄일 수 있으므로 작은 차이는 주의하여 해석하십시오.</translation>
    </message>
    <message>
        <source>The agents settled after {rounds} rounds; nobody could save more than {gap:.4%} on average.</source>
        <translation>{rounds}회 반복하여 주민의 선택이 안정되었습니다. 더 줄일 수 있는 비용은 평균 {gap:.4%} 이하입니다.</translation>
    </message>
    <message>
        <source>The analysis CRS {crs} ({name}) is not in metres. Choose a projected CRS in metres.</source>
        <translation>분석 좌표계 {crs}({name})의 단위가 미터가 아닙니다. 미터 단위의 투영 좌표계를 선택하십시오.</translation>
    </message>
    <message>
        <source>The analysis CRS {crs} ({name}) shows lengths wrong by {percent:.1f} % where the data lie. Choose another one, or leave it empty.</source>
        <translation>분석 좌표계({crs}, {name})를 사용하면 자료 위치에서 길이가 {percent:.1f}% 어긋납니다. 다른 좌표계를 선택하거나 비워 두십시오.</translation>
    </message>
    <message>
        <source>The area falls into parts that share no site; together they need at least {needed} sites, but {sites} may be open.</source>
        <translation>후보지를 공유하지 않는 지역들에 모두 시설이 최소 {needed}곳 필요하나 {sites}곳만 열 수 있습니다.</translation>
    </message>
    <message>
        <source>The area of applicability compares with {used:,} of {rows:,} training places, drawn at random.</source>
        <translation>적용 가능 영역은 학습 지점 {rows:,}곳 가운데 무작위로 뽑은 {used:,}곳과 비교합니다.</translation>
    </message>
    <message>
        <source>The area of applicability of the model is damaged ({reason}).</source>
        <translation>모델의 적용 가능 영역 정보가 손상되었습니다({reason}).</translation>
    </message>
    <message>
        <source>The area of applicability was learned without folds.</source>
        <translation>적용 가능 영역을 폴드 없이 구했습니다.</translation>
    </message>
    <message>
        <source>The area of applicability was not computed, because nothing that needs it was asked for.</source>
        <translation>적용 가능 영역이 필요한 결과를 선택하지 않아 계산하지 않았습니다.</translation>
    </message>
    <message>
        <source>The aversion to inequality must be a number above 0, not {aversion}.</source>
        <translation>불평등 회피 계수는 0보다 큰 숫자여야 합니다. 입력값: {aversion}.</translation>
    </message>
    <message>
        <source>The best places, and why</source>
        <translation>상위 장소와 그 이유</translation>
    </message>
    <message>
        <source>The best set was found anew for shorter and longer walking times. Where the centers stay the same, the answer does not rest on the exact limit.</source>
        <translation>더 짧은 시간과 더 긴 시간으로 최적 조합을 다시 찾았습니다. 센터가 그대로이면 답이 정확한 기준 시간에 좌우되지 않는 것입니다.</translation>
    </message>
    <message>
        <source>The budget of {budget:,} is too small: the cheapest set that keeps the other rules costs {least:,}.</source>
        <translation>예산 {budget:,}이(가) 부족합니다. 나머지 조건을 지키는 가장 싼 조합의 비용은 {least:,}입니다.</translation>
    </message>
    <message>
        <source>The capacitated model needs capacities.</source>
        <translation>용량 제한 모델에는 용량이 필요합니다.</translation>
    </message>
    <message>
        <source>The capacity of service {row} is below 0 or no number.</source>
        <translation>{row}번째 시설의 정원이 음수이거나 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>The capacity of site {site} is below 0.</source>
        <translation>{site}번째 후보지의 정원이 음수입니다.</translation>
    </message>
    <message>
        <source>The capacity of site {site} is no number.</source>
        <translation>{site}번째 후보지의 정원이 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>The categorical factor &apos;{factor}&apos; has {count:,} classes, more than {limit}. Is it a measured factor? Take it out of CATEGORICAL, or merge classes.</source>
        <translation>범주형 요인 &apos;{factor}&apos;의 분류가 {count:,}개로 {limit}개를 넘습니다. 측정값이면 CATEGORICAL에서 빼고, 분류이면 합치십시오.</translation>
    </message>
    <message>
        <source>The categorical field &apos;{field}&apos; holds texts. Give each class a number (field calculator), which the map to be predicted has to use too.</source>
        <translation>범주형 필드 &apos;{field}&apos;의 값이 글자입니다. 필드 계산기로 분류마다 번호를 매기고, 예측할 자료에도 같은 번호를 사용하십시오.</translation>
    </message>
    <message>
        <source>The cell holds a formula error.</source>
        <translation>수식 오류가 들어 있습니다.</translation>
    </message>
    <message>
        <source>The cells lie on the Korean national grid, in {crs}.</source>
        <translation>격자를 국가격자에 맞추며, 좌표계는 {crs}입니다.</translation>
    </message>
    <message>
        <source>The centers, and why</source>
        <translation>선정된 센터와 사유</translation>
    </message>
    <message>
        <source>The classes lie between stated values ({cuts}), not between quantiles: the same value has the same class on every map, and a district without high values shows none.</source>
        <translation>등급은 분위수가 아니라 정해진 값({cuts})으로 나눕니다. 어느 지도에서나 같은 값은 같은 등급이며, 높은 값이 없는 지역에는 높은 등급도 없습니다.</translation>
    </message>
    <message>
        <source>The code &apos;{text}&apos; is not one of a {size} m cell.</source>
        <translation>&apos;{text}&apos; 코드는 {size} m 격자의 코드가 아닙니다.</translation>
    </message>
    <message>
        <source>The column &apos;{column}&apos; has no upper end and would have to be divided for the group {group}. Give a table of people by single year of age (SHARES), or a group that takes the whole column.</source>
        <translation>&apos;{column}&apos; 열은 상한이 없어 연령대 {group}에 맞게 나눌 수 없습니다. 1세별 인구표(SHARES)를 지정하거나 이 열이 모두 들어가는 연령대를 사용하십시오.</translation>
    </message>
    <message>
        <source>The column &apos;{field}&apos;, row {row} of the counts: a number of people cannot be negative.</source>
        <translation>인구 자료 &apos;{field}&apos; 열 {row}행의 값이 음수입니다. 인구는 음수일 수 없습니다.</translation>
    </message>
    <message>
        <source>The column &apos;{field}&apos;, row {row} of the counts: this is no number and no mark of a hidden value.</source>
        <translation>인구 자료 &apos;{field}&apos; 열 {row}행의 값이 숫자도 비공개 표시도 아닙니다.</translation>
    </message>
    <message>
        <source>The column names of &apos;{layer}&apos; cannot be read: the file is not UTF-8 (Korean files are often CP949). Save it as &apos;CSV UTF-8&apos; in a table program, or choose its encoding when adding it to QGIS.</source>
        <translation>&apos;{layer}&apos; 레이어의 열 이름을 읽을 수 없습니다. 파일이 UTF-8이 아닙니다(국내 파일은 CP949인 경우가 많습니다). 엑셀 등에서 &apos;CSV UTF-8&apos;로 다시 저장하거나 QGIS에 추가할 때 인코딩을 지정하십시오.</translation>
    </message>
    <message>
        <source>The columns &apos;{first}&apos; and &apos;{second}&apos; count the same ages. Name the columns to use in COUNT_FIELDS, for example those of one month.</source>
        <translation>&apos;{first}&apos; 열과 &apos;{second}&apos; 열의 연령이 겹칩니다. 한 달의 열과 같이 사용할 열을 COUNT_FIELDS에 지정하십시오.</translation>
    </message>
    <message>
        <source>The convex hull of the streets was taken for it.</source>
        <translation>도로를 모두 감싸는 볼록 다각형을 사용했습니다.</translation>
    </message>
    <message>
        <source>The coordinates ({field}) are 0, 0.</source>
        <translation>좌표({field})가 0, 0입니다.</translation>
    </message>
    <message>
        <source>The coordinates ({field}) are swapped.</source>
        <translation>좌표({field})가 뒤바뀌었습니다.</translation>
    </message>
    <message>
        <source>The coordinates ({field}) lie outside the range of the standard.</source>
        <translation>좌표({field})가 표준의 범위를 벗어났습니다.</translation>
    </message>
    <message>
        <source>The coordinates are 0, 0.</source>
        <translation>좌표가 0, 0입니다.</translation>
    </message>
    <message>
        <source>The coordinates are no numbers.</source>
        <translation>좌표가 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>The coordinates of the layer &apos;{layer}&apos; ({crs}; {extent}) seem to be swapped: latitude stands where longitude should. Swap the two columns, or import the file anew.</source>
        <translation>&apos;{layer}&apos; 레이어의 좌표({crs}; {extent})는 위도와 경도가 서로 바뀐 것으로 보입니다. 두 열을 바꾸거나 파일을 다시 불러오십시오.</translation>
    </message>
    <message>
        <source>The coordinates of the layer &apos;{layer}&apos; ({extent}) are not where its CRS {crs} can be used. Set the right CRS.</source>
        <translation>&apos;{layer}&apos; 레이어의 좌표({extent})가 좌표계 {crs}의 사용 범위를 벗어납니다. 올바른 좌표계를 지정하십시오.</translation>
    </message>
    <message>
        <source>The cost from demand {row} to site {column} is below 0.</source>
        <translation>수요 {row}번에서 시설 {column}번까지의 비용이 0보다 작습니다.</translation>
    </message>
    <message>
        <source>The cost from demand {row} to site {column} is given twice.</source>
        <translation>수요 {row}번에서 시설 {column}번까지의 비용이 두 번 주어졌습니다.</translation>
    </message>
    <message>
        <source>The cost from demand {row} to site {column} is no number.</source>
        <translation>수요 {row}번에서 시설 {column}번까지의 비용이 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>The cost table has no cost for {count:,} of {pairs:,} pairs: they count as not reachable.</source>
        <translation>비용표에 {pairs:,}쌍 중 {count:,}쌍의 비용이 없어 이용할 수 없는 것으로 봅니다.</translation>
    </message>
    <message>
        <source>The cost table has no rows.</source>
        <translation>비용표에 행이 없습니다.</translation>
    </message>
    <message>
        <source>The cost table has {count:,} rows with a cost below 0: {first}.</source>
        <translation>비용표에 비용이 음수인 행이 {count:,}개 있습니다: {first}.</translation>
    </message>
    <message>
        <source>The cost table has {count:,} rows without a number as cost: {first}.</source>
        <translation>비용표에 비용이 숫자가 아닌 행이 {count:,}개 있습니다: {first}.</translation>
    </message>
    <message>
        <source>The cost table names {count:,} ids as {kind} that no layer has: {first}. Origin is the demand, destination the candidate or existing site; ids compare as text without blanks around it.</source>
        <translation>비용표의 {kind}에 어느 레이어에도 없는 ID가 {count:,}개 있습니다: {first}. origin은 수요, destination은 후보지 또는 기존 시설이며, ID는 앞뒤 공백을 없앤 문자로 비교합니다.</translation>
    </message>
    <message>
        <source>The cost table names {count:,} pairs more than once: {first}.</source>
        <translation>비용표에 두 번 이상 나오는 쌍이 {count:,}개 있습니다: {first}.</translation>
    </message>
    <message>
        <source>The counts have two values of the item {item} for the zone {zone}. Filter the table to one year or month.</source>
        <translation>구역 {zone}의 항목 {item} 값이 두 개입니다. 한 해 또는 한 달의 자료만 남기십시오.</translation>
    </message>
    <message>
        <source>The criteria table has a column &apos;{column}&apos; that is not known.</source>
        <translation>기준표에 알 수 없는 &apos;{column}&apos; 열이 있습니다.</translation>
    </message>
    <message>
        <source>The criteria table has no column &apos;{column}&apos;. It has: {found}.</source>
        <translation>기준표에 &apos;{column}&apos; 열이 없습니다. 있는 열: {found}</translation>
    </message>
    <message>
        <source>The criteria table has no rows.</source>
        <translation>기준표에 행이 없습니다.</translation>
    </message>
    <message>
        <source>The criteria table has the column &apos;{column}&apos; twice.</source>
        <translation>기준표에 &apos;{column}&apos; 열이 두 번 있습니다.</translation>
    </message>
    <message>
        <source>The date does not exist.</source>
        <translation>존재하지 않는 날짜입니다.</translation>
    </message>
    <message>
        <source>The date is after {today}.</source>
        <translation>{today} 이후의 날짜입니다.</translation>
    </message>
    <message>
        <source>The date is before {year}.</source>
        <translation>{year}년 이전 날짜입니다.</translation>
    </message>
    <message>
        <source>The demand is {demand:,.1f}, but the {sites} largest allowed sites together hold {capacity:,.1f}. Open more sites or raise the capacities.</source>
        <translation>수요는 {demand:,.1f}이나 정원이 큰 허용 후보지 {sites}곳의 정원 합계는 {capacity:,.1f}입니다. 시설 수나 정원을 늘리십시오.</translation>
    </message>
    <message>
        <source>The density of the table &apos;{layer}&apos; needs zones with an area: polygons, not points.</source>
        <translation>&apos;{layer}&apos; 표의 밀도를 산출하려면 면적이 있는 구역(폴리곤)이 필요합니다. 포인트는 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The detour must not be below 0, but is {detour}.</source>
        <translation>우회 허용률은 0 이상이어야 합니다(입력값 {detour}).</translation>
    </message>
    <message>
        <source>The distance decay must not be below 0, but is {decay}.</source>
        <translation>거리 감쇠 계수는 0 이상이어야 합니다(입력값 {decay}).</translation>
    </message>
    <message>
        <source>The distance from site {row} to site {column} is negative or no number.</source>
        <translation>시설 {row}에서 시설 {column}까지의 거리가 음수이거나 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>The distance must be above 0, not {distance}.</source>
        <translation>거리는 0보다 커야 합니다(입력값 {distance}).</translation>
    </message>
    <message>
        <source>The distance must be above 0, not {radius}.</source>
        <translation>거리는 0보다 커야 합니다(입력값 {radius}).</translation>
    </message>
    <message>
        <source>The district was not used: &apos;{layer}&apos; has no geometry.</source>
        <translation>&apos;{layer}&apos;에 도형이 없어 자치구 레이어를 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>The encoding is decided from the bytes: UTF-8 where they are valid UTF-8, else CP949.</source>
        <translation>인코딩은 파일의 바이트로 판단합니다. UTF-8로 올바르면 UTF-8, 아니면 CP949로 읽습니다.</translation>
    </message>
    <message>
        <source>The estimates are estimates: they do not replace looking at pairs.</source>
        <translation>추정은 추정일 뿐이며, 짝을 직접 확인하는 일을 대신하지 않습니다.</translation>
    </message>
    <message>
        <source>The existing site here is closed: a new site elsewhere serves better.</source>
        <translation>이곳의 기존 시설은 폐쇄 대상입니다. 다른 곳의 신규 시설이 더 유리합니다.</translation>
    </message>
    <message>
        <source>The extent {bounds} cannot be transformed: {reason}. Check the CRS of the layers.</source>
        <translation>범위({bounds})의 좌표를 변환할 수 없습니다: {reason}. 레이어의 좌표계를 확인하십시오.</translation>
    </message>
    <message>
        <source>The extent {bounds} is empty or no number. Check the district layer.</source>
        <translation>범위({bounds})가 비어 있거나 숫자가 아닙니다. 구 경계 레이어를 확인하십시오.</translation>
    </message>
    <message>
        <source>The factor &apos;{factor}&apos; holds values that are no numbers.</source>
        <translation>요인 &apos;{factor}&apos;에 숫자가 아닌 값이 있습니다.</translation>
    </message>
    <message>
        <source>The factors separate events and absences completely; the coefficients were held back by a penalty.</source>
        <translation>요인만으로 발생과 미발생이 완전히 나뉘어 계수를 벌점으로 제한했습니다.</translation>
    </message>
    <message>
        <source>The field &apos;flags&apos; names them row by row.</source>
        <translation>&apos;flags&apos; 필드에 행별로 표시합니다.</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; has negative values ({value}); the transform &apos;vector&apos; needs values from 0.</source>
        <translation>&apos;{field}&apos; 필드에 음수({value})가 있습니다. vector 변환에는 0 이상의 값만 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; holds &apos;{value}&apos; (row {fid}), which is no number.</source>
        <translation>&apos;{field}&apos; 필드에 숫자가 아닌 값이 있습니다: &apos;{value}&apos;(피처 ID {fid})</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; holds no numbers (for example &apos;{example}&apos;). Use the transform &apos;categories&apos; for words.</source>
        <translation>&apos;{field}&apos; 필드의 값이 숫자가 아닙니다(예: &apos;{example}&apos;). 문자 값에는 categories 변환을 사용하십시오.</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; holds whole numbers that are too large. Store it as text.</source>
        <translation>&apos;{field}&apos; 필드에 처리할 수 없을 만큼 큰 정수가 있습니다. 문자 필드로 저장하십시오.</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; is the label and cannot be a factor.</source>
        <translation>필드 &apos;{field}&apos;은(는) 라벨이므로 요인으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; needs low (best value) and high (width) for gaussian.</source>
        <translation>&apos;{field}&apos; 필드에 gaussian 변환을 쓰려면 low(가장 좋은 값)와 high(폭)를 입력해야 합니다.</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; of &apos;{layer}&apos; is written as &apos;{written}&apos;: the result has a field of that name.</source>
        <translation>&apos;{layer}&apos; 레이어의 &apos;{field}&apos; 필드는 결과 필드와 이름이 같아 &apos;{written}&apos;(으)로 기록합니다.</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; of the finer totals has no value in any row.</source>
        <translation>세부 인구의 &apos;{field}&apos; 필드에 값이 하나도 없습니다.</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; of the layer &apos;{layer}&apos; holds text; &apos;{measure}&apos; needs numbers.</source>
        <translation>&apos;{layer}&apos; 레이어의 &apos;{field}&apos; 필드는 문자 필드입니다. &apos;{measure}&apos; 지표에는 숫자 필드가 필요합니다.</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; of the layer &apos;{layer}&apos; holds {kind}; another type is needed.</source>
        <translation>&apos;{layer}&apos; 레이어의 &apos;{field}&apos; 필드 유형({kind})이 맞지 않습니다. 다른 유형의 필드가 필요합니다.</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos;: the value for 0 ({low}) and the value for 1 ({high}) leave no range.</source>
        <translation>&apos;{field}&apos; 필드: 0점에 해당하는 값({low})과 1점에 해당하는 값({high}) 사이에 범위가 없습니다.</translation>
    </message>
    <message>
        <source>The field has no value in any of the {count:,} rows.</source>
        <translation>{count:,}개 행 모두 값이 없습니다.</translation>
    </message>
    <message>
        <source>The field holds numbers, but is stored as text ({bad:,} values are no numbers).</source>
        <translation>숫자 필드가 텍스트로 저장되어 있습니다(숫자가 아닌 값 {bad:,}건).</translation>
    </message>
    <message>
        <source>The file &apos;{file}&apos; holds no table of words for reading names.</source>
        <translation>&apos;{file}&apos; 파일에 상호 정제용 단어표가 없습니다.</translation>
    </message>
    <message>
        <source>The filter of the layer &apos;{layer}&apos; is wrong: {reason}</source>
        <translation>&apos;{layer}&apos; 레이어의 필터가 잘못되었습니다: {reason}</translation>
    </message>
    <message>
        <source>The finer totals took no part in the allocation. &apos;In the wrong unit&apos; is half the sum of all differences, as a part of the known people; plain area weighting of the same zones is shown beside it.</source>
        <translation>세부 인구는 배분에 사용하지 않았습니다. &apos;잘못 배분된 비율&apos;은 차이를 모두 더한 값의 절반을 실제 인구로 나눈 값이며, 같은 구역을 면적만으로 나눈 결과를 함께 표시합니다.</translation>
    </message>
    <message>
        <source>The first is {place}.</source>
        <translation>1순위는 {place}입니다.</translation>
    </message>
    <message>
        <source>The first {count} of {all}; the others are in the layer.</source>
        <translation>전체 {all}곳 중 앞의 {count}곳이며, 나머지는 레이어에 있습니다.</translation>
    </message>
    <message>
        <source>The first {shown} of {fields} fields; the profile table has all.</source>
        <translation>필드 {fields}개 중 처음 {shown}개입니다. 전체는 필드 요약표에 있습니다.</translation>
    </message>
    <message>
        <source>The fit had not come to rest when it was ended.</source>
        <translation>적합이 수렴하기 전에 끝났습니다.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Make it first or choose another one.</source>
        <translation>{folder} 폴더가 없습니다. 폴더를 먼저 만들거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The geometry is empty.</source>
        <translation>빈 도형입니다.</translation>
    </message>
    <message>
        <source>The geometry is of another type than the layer.</source>
        <translation>도형 유형이 레이어와 다릅니다.</translation>
    </message>
    <message>
        <source>The geometry is that of row {first}.</source>
        <translation>도형이 같은 행이 있습니다: 피처 {first}.</translation>
    </message>
    <message>
        <source>The geometry of street {row} is damaged.</source>
        <translation>도로 {row}의 도형이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The geometry of street {row} is no line (type {type}).</source>
        <translation>도로 {row}의 도형이 선이 아닙니다(유형 {type}).</translation>
    </message>
    <message>
        <source>The geometry of zone {zone} is damaged.</source>
        <translation>구역 {zone}의 도형이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The geometry of zone {zone} is no polygon (type {type}).</source>
        <translation>구역 {zone}의 도형이 폴리곤이 아닙니다(유형 {type}).</translation>
    </message>
    <message>
        <source>The goal asks for no walking time, so that the centers stay the same; only who counts as within reach changes.</source>
        <translation>이 목표는 보행 시간 기준을 쓰지 않으므로 센터는 그대로이며, 도달하는 것으로 세는 인원만 달라집니다.</translation>
    </message>
    <message>
        <source>The grade limits {cuts} must rise and lie between 0 and 1.</source>
        <translation>등급 경계({cuts})는 0과 1 사이의 수를 작은 것부터 써야 합니다.</translation>
    </message>
    <message>
        <source>The greatest cost must be above 0, not {cutoff}.</source>
        <translation>최대 비용은 0보다 커야 합니다(입력값 {cutoff}).</translation>
    </message>
    <message>
        <source>The grid is not north-up. Warp the raster first.</source>
        <translation>격자의 위쪽이 북쪽이 아닙니다. &apos;왜곡 (재투영)&apos; 도구로 래스터를 먼저 변환하십시오.</translation>
    </message>
    <message>
        <source>The highest zones, and why</source>
        <translation>발생 가능성이 높은 구역과 이유</translation>
    </message>
    <message>
        <source>The inventory &apos;{layer}&apos; has no geometry. Places are needed to hold them out in space: give a layer with points, lines or polygons.</source>
        <translation>발생 자료 &apos;{layer}&apos;에 도형이 없습니다. 공간 단위로 떼어 시험하려면 위치가 필요합니다. 포인트, 라인 또는 폴리곤 레이어를 입력하십시오.</translation>
    </message>
    <message>
        <source>The inventory has no event with a value in every factor. Do inventory and factors cover the same place?</source>
        <translation>모든 요인의 값이 있는 발생이 없습니다. 발생 자료와 요인이 같은 지역의 자료인지 확인하십시오.</translation>
    </message>
    <message>
        <source>The key ({field}) is missing.</source>
        <translation>키({field}) 값이 없습니다.</translation>
    </message>
    <message>
        <source>The key ({field}) is that of row {first}.</source>
        <translation>키({field})가 같은 행이 있습니다: 피처 {first}.</translation>
    </message>
    <message>
        <source>The label field &apos;{field}&apos; holds &apos;{value}&apos; (feature {row}). Use 1 and 0, or true and false.</source>
        <translation>라벨 필드 &apos;{field}&apos;에 &apos;{value}&apos; 값이 있습니다(피처 {row}). 1과 0 또는 true와 false를 사용하십시오.</translation>
    </message>
    <message>
        <source>The last zone ends at {limit:,.0f} m, beyond the radius of {radius:,.0f} m. Make the radius larger or the zone shorter.</source>
        <translation>마지막 구간이 이용권 반경 {radius:,.0f} m를 넘어 {limit:,.0f} m에서 끝납니다. 반경을 늘리거나 구간을 줄이십시오.</translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; ({parameter}) cannot be read.</source>
        <translation>&apos;{layer}&apos; 레이어({parameter})를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; could not be read. Is its file still there?</source>
        <translation>&apos;{layer}&apos; 레이어를 읽지 못하였습니다. 원본 파일이 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; has geometry of type {found}; needed: {wanted}.</source>
        <translation>&apos;{layer}&apos; 레이어의 도형 유형이 맞지 않습니다(현재: {found}, 필요: {wanted}).</translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; has no CRS. Set it in the layer&apos;s properties, then run again.</source>
        <translation>&apos;{layer}&apos; 레이어에 좌표계가 없습니다. 레이어 속성에서 좌표계를 지정한 뒤 다시 실행하십시오.</translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; has no column that is known to hold an address or a number. Choose one under advanced parameters. It has: {fields}.</source>
        <translation>&apos;{layer}&apos; 레이어에서 주소나 번호로 알려진 열을 찾지 못했습니다. 고급 파라미터에서 열을 지정하십시오. 있는 열: {fields}.</translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; has no column with the PNU or building number. It has: {found}.</source>
        <translation>&apos;{layer}&apos; 레이어에 PNU나 건물관리번호 열이 없습니다. 있는 열: {found}.</translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; has no field &apos;{field}&apos;. It has: {available}.</source>
        <translation>&apos;{layer}&apos; 레이어에 &apos;{field}&apos; 필드가 없습니다. 있는 필드: {available}</translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; has no field &apos;{field}&apos;. It has: {known}.</source>
        <translation>&apos;{layer}&apos; 레이어에 &apos;{field}&apos; 필드가 없습니다. 있는 필드: {known}</translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; is joined by code: choose the field with the zone code (ZONE_ID_FIELD), and name the layer&apos;s own code field in the recipe&apos;s column zone_field.</source>
        <translation>&apos;{layer}&apos; 레이어는 코드로 결합합니다. 구역 코드 필드(ZONE_ID_FIELD)를 선택하고, 레이어에서 코드가 든 필드를 산출표의 zone_field 열에 입력하십시오.</translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; says {crs}, but its coordinates ({extent}) are degrees. Set its CRS to EPSG:4326.</source>
        <translation>&apos;{layer}&apos; 레이어에 지정된 좌표계({crs})와 달리 좌표({extent})는 경위도입니다. 레이어의 좌표계를 EPSG:4326으로 지정하십시오.</translation>
    </message>
    <message>
        <source>The layer has no field &apos;{field}&apos;.</source>
        <translation>레이어에 &apos;{field}&apos; 필드가 없습니다.</translation>
    </message>
    <message>
        <source>The least contact that counts must lie above 0 and at most 1, but is {threshold}.</source>
        <translation>접촉으로 인정하는 최솟값은 0보다 크고 1 이하여야 합니다. 입력값: {threshold}.</translation>
    </message>
    <message>
        <source>The letters of the field name are damaged: the file was read in the wrong encoding.</source>
        <translation>필드 이름의 글자가 깨졌습니다. 인코딩을 잘못 지정하여 읽은 파일입니다.</translation>
    </message>
    <message>
        <source>The level must lie between 0 and 1, not {level}.</source>
        <translation>수준은 0과 1 사이여야 합니다. 현재 값: {level}</translation>
    </message>
    <message>
        <source>The made-up district: kinds of dong, streets, schools, water</source>
        <translation>예제 자치구: 행정동 구분, 도로, 학교, 하천</translation>
    </message>
    <message>
        <source>The map could not be written.</source>
        <translation>지도를 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>The model &apos;{model}&apos; needs the Python library scikit-learn, which this QGIS does not have. Install it, or choose logistic, spline or background, which do without.</source>
        <translation>모델 &apos;{model}&apos;에는 파이썬 라이브러리 scikit-learn이 필요하지만 이 QGIS에 없습니다. 설치하거나, 없어도 되는 logistic, spline, background를 선택하십시오.</translation>
    </message>
    <message>
        <source>The model capacitated needs {number} or {field}.</source>
        <translation>capacitated 모델에는 {number} 또는 {field}이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>The model carries no interval: how uncertain a value is cannot be said.</source>
        <translation>모델에 예측 구간이 없어 값의 불확실성을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The model file &apos;{file}&apos; has been changed since it was written ({member}) and was not used. Take a fresh copy, or train the model again.</source>
        <translation>모델 파일 &apos;{file}&apos;이(가) 저장된 뒤에 변경되어({member}) 사용하지 않았습니다. 원본을 다시 복사하거나 모델을 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;{file}&apos; has {size:,} bytes; at most {limit:,} are read.</source>
        <translation>모델 파일 &apos;{file}&apos;의 크기가 {size:,}바이트입니다. {limit:,}바이트까지 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The model file &apos;{file}&apos; is damaged ({reason}) and was not used. Take a fresh copy, or train the model again.</source>
        <translation>모델 파일 &apos;{file}&apos;이(가) 손상되어({reason}) 사용하지 않았습니다. 원본을 다시 복사하거나 모델을 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;{file}&apos; is not there or cannot be read.</source>
        <translation>모델 파일 &apos;{file}&apos;이(가) 없거나 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The model file &apos;{file}&apos; was written by a newer version of the plugin (format {version}; this one reads up to {known}). Update the plugin.</source>
        <translation>모델 파일 &apos;{file}&apos;은(는) 더 새로운 버전의 플러그인으로 저장되었습니다(형식 {version}, 현재는 {known}까지 지원). 플러그인을 업데이트하십시오.</translation>
    </message>
    <message>
        <source>The model file carries no figures of its quality: nothing can be said of how good this map is.</source>
        <translation>모델 파일에 성능 지표가 없어 이 지도가 얼마나 정확한지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The model knows places where it happened and the background, not places where it did not. It orders places by relative suitability (0 to 1), which is no probability.</source>
        <translation>발생 지점과 배경만으로 학습한 모델이며 미발생 지점은 사용하지 않았습니다. 상대 적합도(0~1)로 장소의 순서를 나타낼 뿐 확률이 아닙니다.</translation>
    </message>
    <message>
        <source>The model needs factors that are not given: {missing}. It needs: {needed}. Given: {given}. Rename the bands or fields, or say in FACTOR_NAMES what they are.</source>
        <translation>모델에 필요한 요인이 없습니다: {missing}. 필요한 요인: {needed}. 입력된 이름: {given}. 밴드나 필드의 이름을 바꾸거나 FACTOR_NAMES에 이름을 적으십시오.</translation>
    </message>
    <message>
        <source>The model needs {needed} factors; {given} were given.</source>
        <translation>모델에 필요한 요인은 {needed}개이지만 {given}개가 입력되었습니다.</translation>
    </message>
    <message>
        <source>The model {model} needs a radius.</source>
        <translation>{model} 모델에는 반경이 필요합니다.</translation>
    </message>
    <message>
        <source>The model&apos;s own figures</source>
        <translation>모델 파일에 기록된 지표</translation>
    </message>
    <message>
        <source>The most crowded services</source>
        <translation>가장 혼잡한 시설</translation>
    </message>
    <message>
        <source>The most frequent value is shown when at least five rows have it and it cannot be personal.</source>
        <translation>최빈값은 5개 행 이상에 있고 개인정보가 아닌 경우에만 표시합니다.</translation>
    </message>
    <message>
        <source>The national grid has squares of {sizes} m; given: {shape}, {size:g} m.</source>
        <translation>국가격자는 {sizes} m 정사각형만 있습니다(입력값: {shape}, {size:g} m).</translation>
    </message>
    <message>
        <source>The neighbors are those of {weights:,} places, but there are {places:,}.</source>
        <translation>이웃 관계는 {weights:,}곳의 것인데 장소는 {places:,}곳입니다.</translation>
    </message>
    <message>
        <source>The next best sets</source>
        <translation>차선 조합</translation>
    </message>
    <message>
        <source>The number of sites to open must not be below 0, but is {wanted}.</source>
        <translation>새로 열 시설 수는 0 이상이어야 하는데 {wanted}입니다.</translation>
    </message>
    <message>
        <source>The objective is the Kolm-Pollak equivalent: the cost that, if everybody had it, would be as good as the spread of costs there is.</source>
        <translation>목적값은 Kolm-Pollak 균등분배대등값입니다. 모두가 이 비용이라면 현재의 비용 분포와 같은 정도로 좋은 값입니다.</translation>
    </message>
    <message>
        <source>The parameter of the equally distributed distance must be above 0, but is {kappa}.</source>
        <translation>균등분배 환산거리의 매개변수는 0보다 커야 합니다. 입력값: {kappa}.</translation>
    </message>
    <message>
        <source>The people of a zone did not add up after the allocation (difference {difference:g}). Nothing was written; please report this.</source>
        <translation>배분 후 구역 인구의 합이 맞지 않습니다(차이 {difference:g}). 아무것도 저장하지 않았습니다. 이 문제를 개발자에게 알려 주십시오.</translation>
    </message>
    <message>
        <source>The place is within {tolerance:g} m of that of row {first}.</source>
        <translation>{tolerance:g} m 이내에 다른 행이 있습니다: 피처 {first}.</translation>
    </message>
    <message>
        <source>The place {x:.0f}, {y:.0f} (EPSG:5179) is outside the Korean national grid.</source>
        <translation>위치(x {x:.0f}, y {y:.0f}, EPSG:5179)가 국가격자 범위를 벗어납니다.</translation>
    </message>
    <message>
        <source>The places asked about are not answered: the candidates have no geometry.</source>
        <translation>후보지에 도형이 없어 묻는 장소에 답할 수 없습니다.</translation>
    </message>
    <message>
        <source>The places cannot be divided into folds: there are too few different ones ({places}). Is every row at the same spot?</source>
        <translation>서로 다른 위치가 {places}곳뿐이어서 폴드로 나눌 수 없습니다. 모든 행이 같은 위치에 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The points of &apos;{field}&apos; have no meaning for its transform and were not used.</source>
        <translation>&apos;{field}&apos; 기준의 변환에는 points가 필요하지 않아 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>The prediction interval is made for {level:.0%}; how much it holds was not measured.</source>
        <translation>예측 구간의 수준은 {level:.0%}이며 실제 포함률은 측정하지 않았습니다.</translation>
    </message>
    <message>
        <source>The prediction interval rests on {blocks} blocks of neighboring places only: take it as rough.</source>
        <translation>예측 구간이 이웃한 지점의 블록 {blocks}개만으로 정해졌으므로 대략적인 값으로 보십시오.</translation>
    </message>
    <message>
        <source>The probabilities are about right in held-out places (slope {slope:.2f}).</source>
        <translation>떼어 둔 지점에서 확률이 대체로 맞습니다(기울기 {slope:.2f}).</translation>
    </message>
    <message>
        <source>The probabilities are too bold (slope {slope:.2f}): high ones should be lower, low ones higher. Use them to order places rather than as probabilities.</source>
        <translation>확률이 지나치게 극단적입니다(기울기 {slope:.2f}). 높은 값은 더 낮고 낮은 값은 더 높아야 합니다. 확률이 아니라 순서를 정하는 데 사용하십시오.</translation>
    </message>
    <message>
        <source>The probabilities are too timid (slope {slope:.2f}): they lie too near to the mean.</source>
        <translation>확률이 평균에 지나치게 몰려 있습니다(기울기 {slope:.2f}).</translation>
    </message>
    <message>
        <source>The probability refers to the kind of events and the share of events that the model was trained with, not to a year or a storm, unless it was trained so.</source>
        <translation>확률은 모델이 학습한 발생 유형과 발생 비율을 기준으로 합니다. 따로 그렇게 학습하지 않았다면 1년 또는 특정 호우에 대한 확률이 아닙니다.</translation>
    </message>
    <message>
        <source>The proof holds for the demand that can be served; {count:,} rows cannot and were left out.</source>
        <translation>증명은 이용할 수 있는 수요에 대한 것이며, 이용할 수 없는 {count:,}행은 제외했습니다.</translation>
    </message>
    <message>
        <source>The radius must be a number of at least 0, not {radius}.</source>
        <translation>반경은 0 이상의 숫자여야 합니다. 입력값: {radius}.</translation>
    </message>
    <message>
        <source>The raster &apos;{layer}&apos; cannot be read: {reason}</source>
        <translation>&apos;{layer}&apos; 래스터를 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>The raster &apos;{layer}&apos; has no band &apos;{band}&apos;. It has: {available}.</source>
        <translation>&apos;{layer}&apos; 래스터에 &apos;{band}&apos; 밴드가 없습니다. 있는 밴드: {available}</translation>
    </message>
    <message>
        <source>The raster &apos;{layer}&apos; has no band {band}; it has {count}.</source>
        <translation>&apos;{layer}&apos; 래스터에 {band}번 밴드가 없습니다(밴드 수 {count}개).</translation>
    </message>
    <message>
        <source>The raster &apos;{layer}&apos; is no file ({provider}). Save it as GeoTIFF first.</source>
        <translation>&apos;{layer}&apos; 래스터는 파일이 아닙니다({provider}). GeoTIFF 파일로 저장한 뒤 사용하십시오.</translation>
    </message>
    <message>
        <source>The raster &apos;{layer}&apos; is rotated. Warp it to north-up first.</source>
        <translation>&apos;{layer}&apos; 래스터가 회전되어 있습니다. &apos;왜곡 (재투영)&apos; 도구로 북쪽이 위로 오게 변환한 뒤 사용하십시오.</translation>
    </message>
    <message>
        <source>The raster &apos;{layer}&apos;, band {band}, holds complex numbers, which cannot be used.</source>
        <translation>&apos;{layer}&apos; 래스터의 {band}번 밴드는 복소수 자료이므로 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The recipe table has no column &apos;{column}&apos;. It has: {columns}.</source>
        <translation>산출표에 &apos;{column}&apos; 열이 없습니다. 있는 열: {columns}</translation>
    </message>
    <message>
        <source>The recipe table has no rows.</source>
        <translation>산출표에 행이 없습니다.</translation>
    </message>
    <message>
        <source>The record names inputs, settings and versions, so that the run can be repeated and checked.</source>
        <translation>동일한 분석을 재현하고 검증할 수 있도록 입력 자료, 설정값, 프로그램 버전을 기록하였습니다.</translation>
    </message>
    <message>
        <source>The reference &apos;{layer}&apos; has neither geometry nor columns with coordinates, such as lon and lat, or X and Y.</source>
        <translation>기준 자료 &apos;{layer}&apos;에 도형도 좌표 열(경도·위도 또는 X·Y)도 없습니다.</translation>
    </message>
    <message>
        <source>The reference &apos;{layer}&apos; has no column with a known name for addresses, lots or numbers. It has: {fields}.</source>
        <translation>기준 자료 &apos;{layer}&apos;에서 주소·지번·번호로 알려진 이름의 열을 찾지 못했습니다. 있는 열: {fields}.</translation>
    </message>
    <message>
        <source>The reference &apos;{layer}&apos; is a table: give the CRS of its columns {x} and {y} (address files: EPSG:5179).</source>
        <translation>기준 자료 &apos;{layer}&apos;은(는) 표입니다. {x}, {y} 열의 좌표계를 지정하십시오(주소정보누리집 자료: EPSG:5179).</translation>
    </message>
    <message>
        <source>The register &apos;{register}&apos; seems to hold about {count:,} things twice, in rows that differ. They are kept apart; name the register among those whose rows may be linked to each other if they are to be merged.</source>
        <translation>등록부 &apos;{register}&apos;에는 내용이 서로 다른 행으로 두 번 실린 것으로 보이는 대상이 약 {count:,}개 있습니다. 이들은 따로 유지되며, 병합하려면 같은 등록부 안에서 연결을 허용할 등록부로 지정하십시오.</translation>
    </message>
    <message>
        <source>The registers have no rows.</source>
        <translation>등록부에 행이 없습니다.</translation>
    </message>
    <message>
        <source>The result depends on who counts as a neighbor and on the size of cells or zones: try another distance before deciding anything by it.</source>
        <translation>결과는 이웃을 정하는 기준과 격자·구역의 크기에 따라 달라집니다. 결정에 쓰기 전에 다른 거리로도 실행해 보십시오.</translation>
    </message>
    <message>
        <source>The result is per building: it is internal (field internal = 1) and must not be published or passed on. Add it up to cells or zones, and protect small numbers, before anything leaves the office.</source>
        <translation>건물 단위 결과는 내부용(internal 필드 = 1)이므로 공개하거나 외부에 제공할 수 없습니다. 외부로 내보내기 전에 격자나 구역 단위로 합치고 작은 수를 보호해야 합니다.</translation>
    </message>
    <message>
        <source>The row has no geometry.</source>
        <translation>도형이 없습니다.</translation>
    </message>
    <message>
        <source>The row lies in the district only if X and Y are swapped.</source>
        <translation>X와 Y를 바꾸어야 구 안에 들어옵니다.</translation>
    </message>
    <message>
        <source>The rows of the layer changed while it was read (field &apos;{field}&apos;). Save it and run the check again.</source>
        <translation>읽는 동안 레이어의 행이 바뀌었습니다(&apos;{field}&apos; 필드). 저장한 뒤 다시 점검하십시오.</translation>
    </message>
    <message>
        <source>The sample is being made</source>
        <translation>예제를 만드는 중입니다</translation>
    </message>
    <message>
        <source>The sample map is ready: {path}</source>
        <translation>예제 지도가 준비되었습니다: {path}</translation>
    </message>
    <message>
        <source>The sample was canceled.</source>
        <translation>예제 만들기를 취소했습니다.</translation>
    </message>
    <message>
        <source>The sample was not made</source>
        <translation>예제를 만들지 못했습니다</translation>
    </message>
    <message>
        <source>The sampling error must lie between 0 and 1, not {error}.</source>
        <translation>표본 오차는 0과 1 사이여야 합니다. 입력한 값: {error}.</translation>
    </message>
    <message>
        <source>The scale of an interval must be above 0.</source>
        <translation>구간의 척도는 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>The schema {file} cannot be used: {problem}.</source>
        <translation>스키마 파일 {file}을(를) 사용할 수 없습니다: {problem}.</translation>
    </message>
    <message>
        <source>The score is an index that orders places under the stated criteria. It is no probability and no number of people.</source>
        <translation>점수는 제시한 기준에 따라 장소의 순서를 정하는 지수이며 확률이나 인원수가 아닙니다.</translation>
    </message>
    <message>
        <source>The score is potential access: capacity per person within reach if people share it as the method says. It is no count of places that are free and no forecast of use.</source>
        <translation>점수는 이용 가능성, 곧 분석 방법에 따라 정원을 나눌 때 도달 가능한 1인당 정원입니다. 빈자리 수나 이용 예측이 아닙니다.</translation>
    </message>
    <message>
        <source>The score of the model is calibrated with predictions for places it had not learned from.</source>
        <translation>모델의 점수는 학습에 쓰지 않은 지점의 예측값으로 보정했습니다.</translation>
    </message>
    <message>
        <source>The score of the model was not calibrated: read the values as an order of places.</source>
        <translation>모델의 점수를 보정하지 않았으므로 값은 장소의 순서로만 해석하십시오.</translation>
    </message>
    <message>
        <source>The share of events among the training places differs from the true one; probabilities are corrected for it.</source>
        <translation>학습 지점의 발생 비율이 실제와 달라 확률을 실제 비율에 맞게 수정했습니다.</translation>
    </message>
    <message>
        <source>The share that comes must be above 0 and at most 1, not {rate:g}.</source>
        <translation>이용 비율은 0보다 크고 1 이하여야 합니다({rate:g}).</translation>
    </message>
    <message>
        <source>The shares above ask for a center, not for a free place in it. With the places given out as the answer has it, {placed} of {people} ({share:.1%}) have a place within the walking time.</source>
        <translation>위의 비율은 센터가 가까운지만 보며 빈자리가 있는지는 보지 않습니다. 결과대로 정원을 배정하면 {people}명 중 {placed}명({share:.1%})이 보행 시간 안에서 자리를 얻습니다.</translation>
    </message>
    <message>
        <source>The site &apos;{site}&apos; is required but cannot take part: {rule}. Change the rule or do not require it.</source>
        <translation>&apos;{site}&apos;은(는) 반드시 선택할 후보지이지만 참여할 수 없습니다: {rule}. 조건을 바꾸거나 필수에서 빼십시오.</translation>
    </message>
    <message>
        <source>The sites, and why</source>
        <translation>선정된 시설과 이유</translation>
    </message>
    <message>
        <source>The size of blocks must be above 0, not {size}.</source>
        <translation>블록 크기는 0보다 커야 합니다. 현재 값: {size}</translation>
    </message>
    <message>
        <source>The speed must be above 0, not {speed}.</source>
        <translation>속도는 0보다 커야 합니다(입력값 {speed}).</translation>
    </message>
    <message>
        <source>The standard requires a value in one of {field}.</source>
        <translation>표준에 따라 다음 중 하나는 값이 있어야 합니다: {field}.</translation>
    </message>
    <message>
        <source>The standard requires a value of {field}.</source>
        <translation>표준의 필수값이 없습니다: {field}.</translation>
    </message>
    <message>
        <source>The standard requires the column &apos;{column}&apos;.</source>
        <translation>표준의 필수 항목이 없습니다: {column}.</translation>
    </message>
    <message>
        <source>The street lines were not used: no row of the recipe measures along streets.</source>
        <translation>도로 라인을 사용하지 않았습니다. 산출표에 도로를 따라 재는 행이 없습니다.</translation>
    </message>
    <message>
        <source>The streets</source>
        <translation>도로</translation>
    </message>
    <message>
        <source>The streets fall into {parts:,} parts that are not connected; the largest holds {share:.0%} of their length. Ends that do not meet can be joined by a larger snap tolerance.</source>
        <translation>도로가 서로 이어지지 않은 {parts:,}개 부분으로 나뉘며 가장 큰 부분은 전체 길이의 {share:.0%}입니다. 만나지 않는 끝점은 연결 허용 거리를 늘리면 이을 수 있습니다.</translation>
    </message>
    <message>
        <source>The strongest: {place}. {reason}.</source>
        <translation>가장 강한 곳: {place}. {reason}.</translation>
    </message>
    <message>
        <source>The style or the description of {name} could not be saved: {problem}</source>
        <translation>{name} 레이어의 스타일 또는 설명 정보를 저장하지 못하였습니다: {problem}</translation>
    </message>
    <message>
        <source>The sums do not agree: {rows:,} read, but {single:,} alone + {linked:,} merged + {review:,} in doubt + {successor:,} successors. Do not use this result.</source>
        <translation>합계가 맞지 않습니다: 읽은 {rows:,}, 그러나 단독 {single:,} + 통합 {linked:,} + 검토 필요 {review:,} + 후속 {successor:,}. 이 결과를 사용하지 마십시오.</translation>
    </message>
    <message>
        <source>The table of distances between sites has {rows:,} rows and {columns:,} columns; both must be the number of sites.</source>
        <translation>시설 간 거리 표의 행은 {rows:,}개, 열은 {columns:,}개입니다. 둘 다 시설 수와 같아야 합니다.</translation>
    </message>
    <message>
        <source>The table of districts has no code {code}: rows are compared with it as it is, and places cannot be checked by it. Look whether it is right.</source>
        <translation>시군구 표에 {code} 코드가 없습니다. 행은 이 코드와 그대로 비교하며 위치는 확인할 수 없습니다. 코드가 맞는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The table of districts {file} is damaged in row {row}. Install the plugin again.</source>
        <translation>시군구 표 {file}의 {row}행이 손상되었습니다. 플러그인을 다시 설치하십시오.</translation>
    </message>
    <message>
        <source>The table of neighbors has {rows:,} rows and {columns:,} columns; both must be equal.</source>
        <translation>이웃 표의 행은 {rows:,}개, 열은 {columns:,}개입니다. 둘이 같아야 합니다.</translation>
    </message>
    <message>
        <source>The table of shares has neither the columns &apos;age&apos; and &apos;share&apos; nor a column for each year of age.</source>
        <translation>1세별 인구표에 &apos;age&apos;와 &apos;share&apos; 열이 없고 1세별 열도 없습니다.</translation>
    </message>
    <message>
        <source>The table of shares has the age {age} twice.</source>
        <translation>1세별 인구표에 {age}세가 두 번 있습니다.</translation>
    </message>
    <message>
        <source>The table of shares, row {row}: an age in years and a number from 0 are needed.</source>
        <translation>1세별 인구표 {row}행: 나이와 0 이상의 숫자가 필요합니다.</translation>
    </message>
    <message>
        <source>The text is no date.</source>
        <translation>날짜가 아닌 텍스트입니다.</translation>
    </message>
    <message>
        <source>The times must ascend, each only once.</source>
        <translation>시점은 중복 없이 오름차순이어야 합니다.</translation>
    </message>
    <message>
        <source>The tolerance must not be below 0, but is {tolerance}.</source>
        <translation>허용 거리는 0 이상이어야 합니다(입력값 {tolerance}).</translation>
    </message>
    <message>
        <source>The training places lie as densely as the places to be predicted: random folds match (distance {wasserstein:,.0f} m).</source>
        <translation>학습 지점이 예측할 곳만큼 촘촘하여 무작위 폴드로 충분합니다(차이 {wasserstein:,.0f} m).</translation>
    </message>
    <message>
        <source>The transformation chosen in QGIS from {source} to {target} cannot be used for rasters. Choose another one in the settings.</source>
        <translation>QGIS에서 선택한 좌표 변환({source} → {target})은 래스터에 사용할 수 없습니다. 설정에서 다른 변환을 선택하십시오.</translation>
    </message>
    <message>
        <source>The value is none of those allowed ({allowed}).</source>
        <translation>허용된 값({allowed})이 아닙니다.</translation>
    </message>
    <message>
        <source>The value is not between {low:g} and {high:g}.</source>
        <translation>값이 {low:g}~{high:g} 범위를 벗어났습니다.</translation>
    </message>
    <message>
        <source>The value is not of the required type ({kind}).</source>
        <translation>표준의 형식({kind})에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The values</source>
        <translation>값의 분포</translation>
    </message>
    <message>
        <source>The values are skewed ({skew:+.1f}). Analytic tests are then far too sure: they find hot spots where there is nothing. Choose TEST permutation.</source>
        <translation>값이 한쪽으로 치우쳐 있습니다(왜도 {skew:+.1f}). 이 경우 해석적 검정은 지나치게 확신하여 없는 핫스팟을 찾아냅니다. TEST를 permutation으로 선택하십시오.</translation>
    </message>
    <message>
        <source>The values of {field} are those of row {first}, but must be unique.</source>
        <translation>{field} 값이 같은 행이 있습니다: 피처 {first}. 표준에 따라 서로 달라야 합니다.</translation>
    </message>
    <message>
        <source>The way that weighs as much as crowding must be above 0, not {tau}.</source>
        <translation>혼잡과 같은 부담이 되는 거리는 0보다 커야 합니다(입력값: {tau}).</translation>
    </message>
    <message>
        <source>The weight of demand {row} is below 0 or no number.</source>
        <translation>{row}번째 장소의 인구가 음수이거나 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>The weight of each agreement is learned by expectation-maximization after Fellegi and Sunter: how often it occurs among true links (m) and among other pairs (u). Agreement in a frequent name weighs less.</source>
        <translation>각 일치의 가중치는 Fellegi-Sunter 방법의 기댓값 최대화로 추정합니다. 같은 짝에서 나타나는 비율(m)과 다른 짝에서 나타나는 비율(u)을 비교하며, 흔한 상호의 일치는 가볍게 봅니다.</translation>
    </message>
    <message>
        <source>The weights of all {criteria} criteria are 0. Give at least one a weight.</source>
        <translation>기준 {criteria}개의 가중치가 모두 0입니다. 하나 이상의 기준에 가중치를 입력하십시오.</translation>
    </message>
    <message>
        <source>The weights of the zones must lie between 0 and 1 and not all be 0: {weights}.</source>
        <translation>구간의 가중치는 0과 1 사이여야 하며 모두 0일 수 없습니다: {weights}.</translation>
    </message>
    <message>
        <source>The weights were learned from the decided pairs that were given ({method}).</source>
        <translation>가중치는 주어진 판단 자료에서 학습했습니다({method}).</translation>
    </message>
    <message>
        <source>The words are of the profile &apos;{language}&apos;, the rows of the profile &apos;{profile}&apos;.</source>
        <translation>낱말 목록의 프로필은 &apos;{language}&apos;이고 행의 프로필은 &apos;{profile}&apos;입니다.</translation>
    </message>
    <message>
        <source>The worth of a second cover must lie between 0 and 1, but is {backup}.</source>
        <translation>두 번째 포괄의 가중치는 0과 1 사이여야 합니다. 입력값: {backup}.</translation>
    </message>
    <message>
        <source>The worth of the first, second and further contacts must lie between 0 and 1 and not rise: {levels}.</source>
        <translation>첫 번째, 두 번째 및 이후 접촉의 가중치는 0과 1 사이이고 커지지 않아야 합니다: {levels}.</translation>
    </message>
    <message>
        <source>The year is not between {low:.0f} and {high:.0f}.</source>
        <translation>연도가 {low:.0f}~{high:.0f} 범위를 벗어났습니다.</translation>
    </message>
    <message>
        <source>The zones could not be laid over the raster: {reason}</source>
        <translation>구역과 래스터를 중첩하지 못하였습니다: {reason}</translation>
    </message>
    <message>
        <source>The zones must have rising distances above 0 and one weight each: {limits}.</source>
        <translation>구간의 거리는 0보다 크고 커지는 순서여야 하며 구간마다 가중치가 하나씩 있어야 합니다: {limits}.</translation>
    </message>
    <message>
        <source>The {level:.0%} prediction interval held {share:.0%} of {count} observed shares in blocks that neither model nor interval had seen (95 % interval of that: {low:.0%} to {high:.0%}).</source>
        <translation>{level:.0%} 예측 구간은 모델과 구간 모두 학습하지 않은 블록의 실제 발생 비율 {count}개 가운데 {share:.0%}를 포함했습니다(이 값의 95% 구간: {low:.0%} ~ {high:.0%}).</translation>
    </message>
    <message>
        <source>The {shown} zones with the most people of {zones:,}.</source>
        <translation>{zones:,}개 구역 중 인구가 많은 {shown}개 구역입니다.</translation>
    </message>
    <message>
        <source>There are no folds called &apos;{method}&apos;.</source>
        <translation>&apos;{method}&apos;(이)라는 폴드 방법은 없습니다.</translation>
    </message>
    <message>
        <source>There are no pairwise comparisons.</source>
        <translation>쌍대비교 값이 없습니다.</translation>
    </message>
    <message>
        <source>There are no places to score.</source>
        <translation>평가할 장소가 없습니다.</translation>
    </message>
    <message>
        <source>There are only {blocks} blocks of places, too few for this.</source>
        <translation>지점 블록이 {blocks}개뿐이어서 계산할 수 없습니다.</translation>
    </message>
    <message>
        <source>There are {demands:,} demands and {services:,} capacities, but costs for {rows:,} and {columns:,}.</source>
        <translation>장소 {demands:,}개와 정원 {services:,}개가 있으나 거리 자료는 {rows:,}개와 {columns:,}개에 대한 것입니다.</translation>
    </message>
    <message>
        <source>There are {lines:,} lines but {values:,} values of &apos;{name}&apos;.</source>
        <translation>라인은 {lines:,}개인데 &apos;{name}&apos; 값은 {values:,}개입니다.</translation>
    </message>
    <message>
        <source>There are {periods} periods; at least {needed} are needed for a trend.</source>
        <translation>기간이 {periods}개입니다. 추세 분석에는 최소 {needed}개가 필요합니다.</translation>
    </message>
    <message>
        <source>There are {places} places; at least {needed} are needed.</source>
        <translation>장소가 {places}곳입니다. 최소 {needed}곳이 필요합니다.</translation>
    </message>
    <message>
        <source>There are {presences:,} events and {absences:,} places without: both are needed to learn what makes the difference.</source>
        <translation>발생이 {presences:,}건, 미발생이 {absences:,}곳입니다. 차이를 학습하려면 둘 다 있어야 합니다.</translation>
    </message>
    <message>
        <source>There are {values:,} elevations; one is needed for each of {nodes:,} crossings or {vertices:,} points of the streets.</source>
        <translation>표고 값이 {values:,}개입니다. 교차점 {nodes:,}개 또는 도로의 점 {vertices:,}개마다 하나씩 필요합니다.</translation>
    </message>
    <message>
        <source>There are {weights:,} values of &apos;{name}&apos; for {nodes:,} crossings.</source>
        <translation>교차점은 {nodes:,}개인데 &apos;{name}&apos; 값은 {weights:,}개입니다.</translation>
    </message>
    <message>
        <source>There are {weights:,} weights of distance for {pairs:,} pairs.</source>
        <translation>거리 가중치 {weights:,}개가 장소·시설 쌍 {pairs:,}개와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>There is no candidate and no existing site.</source>
        <translation>후보지와 기존 시설이 없습니다.</translation>
    </message>
    <message>
        <source>There is no correction &apos;{method}&apos; for many tests.</source>
        <translation>다중 검정 보정 방식 &apos;{method}&apos;은(는) 없습니다.</translation>
    </message>
    <message>
        <source>There is no field &apos;{field}&apos;. There are: {available}.</source>
        <translation>&apos;{field}&apos; 필드가 없습니다. 있는 필드: {available}</translation>
    </message>
    <message>
        <source>There is no file or folder {name}.</source>
        <translation>파일 또는 폴더 {name}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no kind of file &apos;{schema}&apos;. There are: {known}.</source>
        <translation>자료 종류 &apos;{schema}&apos;이(가) 없습니다. 사용 가능: {known}.</translation>
    </message>
    <message>
        <source>There is no measure &apos;{name}&apos;.</source>
        <translation>&apos;{name}&apos;(이)라는 지표는 없습니다.</translation>
    </message>
    <message>
        <source>There is no model &apos;{model}&apos;. Known: {known}.</source>
        <translation>&apos;{model}&apos; 모델은 없습니다. 사용할 수 있는 모델: {known}</translation>
    </message>
    <message>
        <source>There is no parameter {name}.</source>
        <translation>{name} 파라미터는 없습니다.</translation>
    </message>
    <message>
        <source>There is no rule &apos;{rule}&apos; for polygons that touch; use queen or rook.</source>
        <translation>인접 규칙 &apos;{rule}&apos;은(는) 없습니다. queen 또는 rook을 사용하십시오.</translation>
    </message>
    <message>
        <source>There is no summary by zone, because no zones were given.</source>
        <translation>구역을 지정하지 않아 구역별 집계를 작성하지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no way &apos;{moments}&apos; to compute the moments.</source>
        <translation>적률 계산 방식 &apos;{moments}&apos;은(는) 없습니다.</translation>
    </message>
    <message>
        <source>There is no window &apos;{window}&apos;; use period or whole.</source>
        <translation>시간 범위 &apos;{window}&apos;은(는) 없습니다. period 또는 whole을 사용하십시오.</translation>
    </message>
    <message>
        <source>These are the people of the groups asked for, not everybody: {groups}.</source>
        <translation>전체 인구가 아니라 요청한 연령대의 합계입니다: {groups}.</translation>
    </message>
    <message>
        <source>These columns reach over the border of an age group and were divided; all others were added as they are.</source>
        <translation>다음 열은 연령대의 경계에 걸쳐 있어 나누었습니다. 나머지 열은 그대로 더하였습니다.</translation>
    </message>
    <message>
        <source>These figures were measured when the model was trained, at places that it had not learned from. They hold for places like those; a random split makes every model look better than it is at a new place.</source>
        <translation>모델을 학습할 때 학습에 쓰지 않은 지점에서 측정한 값입니다. 그와 비슷한 곳에서만 성립하며, 무작위로 나누어 검증하면 어떤 모델이든 새로운 곳에서의 실제 성능보다 좋게 보입니다.</translation>
    </message>
    <message>
        <source>These totals cannot be met by hidden counts within the bounds:</source>
        <translation>다음 합계는 비공개 값을 범위 안에서 어떻게 정해도 맞출 수 없습니다.</translation>
    </message>
    <message>
        <source>They are only as good as the streets: where alleys, stairs and footways are missing (as in road data for drivers), people&apos;s shortest ways are missing too.</source>
        <translation>결과는 도로 자료만큼만 정확합니다. 차도 자료처럼 골목, 계단, 보행로가 빠져 있으면 사람이 다니는 지름길도 빠집니다.</translation>
    </message>
    <message>
        <source>This allocation</source>
        <translation>이번 배분</translation>
    </message>
    <message>
        <source>This figure could not be drawn.</source>
        <translation>그림을 표시할 수 없습니다.</translation>
    </message>
    <message>
        <source>This file is complete in itself: it opens without the internet and sends nothing.</source>
        <translation>이 파일은 인터넷 연결 없이 열람할 수 있으며, 어떠한 정보도 외부로 전송하지 않습니다.</translation>
    </message>
    <message>
        <source>This folder holds something else. Give an empty or a new one.</source>
        <translation>다른 자료가 들어 있는 폴더입니다. 비어 있거나 새로운 폴더를 지정해 주십시오.</translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation>폴더가 아니라 파일입니다.</translation>
    </message>
    <message>
        <source>This model carries no area of applicability.</source>
        <translation>이 모델에는 적용 가능 영역 정보가 없습니다.</translation>
    </message>
    <message>
        <source>This needs the Python library {package}, which this QGIS does not have. Install it with: {line} | without internet, from a folder of wheels: python -m pip install --no-index --find-links FOLDER {package} | then start QGIS again.</source>
        <translation>필요한 파이썬 라이브러리({package})가 현재 QGIS에 없습니다. 설치 방법: {line} | 인터넷을 쓸 수 없으면 휠(wheel) 파일이 든 폴더에서 설치: python -m pip install --no-index --find-links FOLDER {package} | 설치한 뒤 QGIS를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>This report was made from synthetic sample data and does not describe a real place.</source>
        <translation>이 보고서는 가상의 예제 자료로 작성한 것으로, 실제 지역의 현황이 아닙니다.</translation>
    </message>
    <message>
        <source>Time: {times}</source>
        <translation>소요 시간: {times}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Total of</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Totals of the age groups</source>
        <translation>연령대별 합계</translation>
    </message>
    <message>
        <source>Totals of the zones</source>
        <translation>구역별 합계</translation>
    </message>
    <message>
        <source>Totals that are not met</source>
        <translation>맞출 수 없는 합계</translation>
    </message>
    <message>
        <source>Training places</source>
        <translation>학습 지점</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>Transforms, ranks and means look at the scored places only; places with equal scores share a rank.</source>
        <translation>변환, 순위, 평균은 평가한 장소만으로 계산하였으며, 점수가 같은 장소는 순위도 같습니다.</translation>
    </message>
    <message>
        <source>Treat as unknown; where counts are hidden, allocatepopulation fills them within 1 to 4.</source>
        <translation>미상으로 처리하십시오. 가려진 인원수는 인구 배분 도구(allocatepopulation)가 1~4 범위에서 채웁니다.</translation>
    </message>
    <message>
        <source>Trim the texts; joins by this field fail otherwise.</source>
        <translation>앞뒤 공백을 제거하십시오. 그대로 두면 이 필드로 결합할 수 없습니다.</translation>
    </message>
    <message>
        <source>Trunk roads are walked along on either side and not crossed: each side meets its own streets only, and bridges and underpasses of another level lead across.</source>
        <translation>간선도로는 양쪽 보도를 따라 걷되 건너지 않습니다. 각 보도는 자기 쪽 길과만 이어지며, 높이가 다른 육교와 지하보도로는 건널 수 있습니다.</translation>
    </message>
    <message>
        <source>Trying other walking times</source>
        <translation>다른 보행 시간으로 다시 찾는 중</translation>
    </message>
    <message>
        <source>Two businesses with the same name, place and kind and no phone cannot be told apart by any program; nor can one that changed name, place and phone at once be recognized.</source>
        <translation>이름·위치·업종이 같고 전화번호가 없는 두 업소는 어떤 프로그램도 구분할 수 없으며, 이름·위치·전화번호가 한꺼번에 바뀐 업소는 알아볼 수 없습니다.</translation>
    </message>
    <message>
        <source>Two records (= the same, ≈ alike, ≠ different)</source>
        <translation>두 기록 비교(= 같음, ≈ 비슷함, ≠ 다름)</translation>
    </message>
    <message>
        <source>Two shapes (rows {first} and {second}) cannot be laid over each other: {reason}. Repair the layer with &apos;Fix geometries&apos;.</source>
        <translation>두 도형({first}행, {second}행)을 중첩할 수 없습니다: {reason}. &apos;도형 수정&apos; 도구로 레이어를 고치십시오.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Type of model</source>
        <translation>모델 종류</translation>
    </message>
    <message>
        <source>Typical error of the coarse levels in the references</source>
        <translation>도로·동 수준의 통상 오차(기준 자료로 검증)</translation>
    </message>
    <message>
        <source>UTF-8 text was read as CP949.</source>
        <translation>UTF-8 텍스트를 CP949로 읽었습니다.</translation>
    </message>
    <message>
        <source>UTF-8 text was read as Latin letters.</source>
        <translation>UTF-8 텍스트를 라틴 문자로 읽었습니다.</translation>
    </message>
    <message>
        <source>Unallocated</source>
        <translation>미배분</translation>
    </message>
    <message>
        <source>Unallocated people</source>
        <translation>미배분 인구</translation>
    </message>
    <message>
        <source>Unallocated people by reason</source>
        <translation>사유별 미배분 인구</translation>
    </message>
    <message>
        <source>Underserved (%)</source>
        <translation>부족 인구 비율(%)</translation>
    </message>
    <message>
        <source>Underserved areas</source>
        <translation>서비스 부족 지역</translation>
    </message>
    <message>
        <source>Underserved people</source>
        <translation>부족 인구</translation>
    </message>
    <message>
        <source>Underserved: below {share:.0%} of the mean over all people, or nothing within reach.</source>
        <translation>부족: 전체 인구 평균의 {share:.0%}에 못 미치거나 도달 가능한 시설이 없는 경우.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Units compared</source>
        <translation>비교한 구역 수</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>사용 가능</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Usual for shops of one building; look only where it should not be.</source>
        <translation>한 건물의 업소에서는 흔합니다. 그럴 수 없는 자료에서만 확인하십시오.</translation>
    </message>
    <message>
        <source>Validation by event needs rows that name their event; the field is empty everywhere.</source>
        <translation>사건별 검증에는 행마다 사건이 있어야 하지만 필드가 모두 비어 있습니다.</translation>
    </message>
    <message>
        <source>Validation by event needs the field that says which event each row belongs to (EVENT_FIELD).</source>
        <translation>사건별 검증에는 각 행이 어느 사건에 속하는지 나타내는 필드(EVENT_FIELD)가 필요합니다.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Values by radius</source>
        <translation>반경별 값</translation>
    </message>
    <message>
        <source>Values in another unit</source>
        <translation>단위가 다른 값</translation>
    </message>
    <message>
        <source>Values left empty</source>
        <translation>빈 값으로 둔 값</translation>
    </message>
    <message>
        <source>Values of segments; all but betweenness are the mean of the two ends of the street.</source>
        <translation>구간의 값입니다. 매개 중심성 외에는 도로 양 끝의 평균입니다.</translation>
    </message>
    <message>
        <source>Vertical lines: limits of the grades.</source>
        <translation>세로선: 등급 경계.</translation>
    </message>
    <message>
        <source>Walking time</source>
        <translation>보행 시간</translation>
    </message>
    <message>
        <source>Walks: along the streets at {speed:g} km/h.</source>
        <translation>보행: 도로를 따라 {speed:g} km/h.</translation>
    </message>
    <message>
        <source>Walks: straight lines times {detour:g}, at {speed:g} km/h. Give streets for real ways.</source>
        <translation>보행: 직선거리에 {detour:g}을(를) 곱하여 {speed:g} km/h. 실제 경로로 계산하려면 도로를 지정하십시오.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Ways there and back count apart, times the weights of their ends.</source>
        <translation>가는 길과 오는 길을 따로 세고 양 끝의 가중치를 곱합니다.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Weight of</source>
        <translation>가중치 구분</translation>
    </message>
    <message>
        <source>Weight of distance: {decay}.</source>
        <translation>거리 가중: {decay}.</translation>
    </message>
    <message>
        <source>Weight served</source>
        <translation>이용하는 가중치</translation>
    </message>
    <message>
        <source>Weighted product: transformed values (at least 0.01) to the power of their weights, multiplied.</source>
        <translation>가중곱: 점수는 각 기준의 변환값(최소 0.01)을 가중치만큼 거듭제곱하여 모두 곱한 값입니다.</translation>
    </message>
    <message>
        <source>Weighted sum: the score is the sum of weight times transformed value; the contributions add up to it.</source>
        <translation>가중합: 점수는 각 기준의 변환값에 가중치를 곱하여 더한 값이며, 기준별 기여도의 합과 같습니다.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Weights along the streets</source>
        <translation>도로에 가중치를 놓는 중</translation>
    </message>
    <message>
        <source>Weights are judgements. The rank interval shows what follows if they are somewhat different.</source>
        <translation>가중치는 판단에 따라 정한 값입니다. 가중치가 다소 달라질 때 순위가 변하는 정도는 순위 구간으로 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Weights from pairwise comparisons of {experts} expert(s); consistency ratios: {ratios}; combined: {combined:.3f}.</source>
        <translation>가중치는 전문가 {experts}명의 쌍대비교로 산출하였습니다. 일관성 비율은 전문가별 {ratios}, 종합 {combined:.3f}입니다.</translation>
    </message>
    <message>
        <source>Weights used</source>
        <translation>사용한 가중치</translation>
    </message>
    <message>
        <source>What</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>What each rule costs</source>
        <translation>규칙마다 드는 대가</translation>
    </message>
    <message>
        <source>What is not among the criteria (ownership, permits, law) is not judged here.</source>
        <translation>기준에 포함되지 않은 사항(토지 소유, 인허가, 관계 법령 등)은 평가하지 않았습니다.</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>What lies beyond the data</source>
        <translation>자료 밖의 범위를 계산하는 중</translation>
    </message>
    <message>
        <source>What looks right may still be wrong: the checks know forms and ranges, not the truth.</source>
        <translation>형식과 범위만 점검하므로 문제가 없어 보여도 실제와 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>What more sites bring</source>
        <translation>시설을 늘릴 때의 효과</translation>
    </message>
    <message>
        <source>What speaks for a link</source>
        <translation>같은 업소라는 근거</translation>
    </message>
    <message>
        <source>What the model uses, and how</source>
        <translation>모델이 사용하는 요인과 방식</translation>
    </message>
    <message>
        <source>What the rows were compared by</source>
        <translation>비교에 사용한 열</translation>
    </message>
    <message>
        <source>What this means for the result</source>
        <translation>결과에 미치는 영향</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>조치 방법</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>확인할 점</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>사용 내용</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>어디인가</translation>
    </message>
    <message>
        <source>Where every row went</source>
        <translation>모든 행의 행방</translation>
    </message>
    <message>
        <source>Where may it be trusted?</source>
        <translation>어디에 적용할 수 있는가</translation>
    </message>
    <message>
        <source>Where one business closed before another opened in the same rooms, the second is its successor and stays a business of its own.</source>
        <translation>폐업한 뒤 같은 자리에 문을 연 업소는 후속 업소이며 별개의 업소로 둡니다.</translation>
    </message>
    <message>
        <source>Where people, data and centers are</source>
        <translation>사람·자료·센터의 분포</translation>
    </message>
    <message>
        <source>Where points of one address lie further apart than the tolerance, or the street address and the lot of a row lie far from each other, the row gets no building and no lot.</source>
        <translation>한 주소의 지점들이 허용 거리보다 멀리 흩어져 있거나 도로명주소와 지번의 위치가 서로 멀면 건물·필지 수준으로 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>Where the data ends</source>
        <translation>자료의 경계</translation>
    </message>
    <message>
        <source>Where the model may be trusted</source>
        <translation>모델을 적용할 수 있는 곳</translation>
    </message>
    <message>
        <source>Where the model may be trusted was not looked at.</source>
        <translation>모델의 적용 가능 영역은 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Where the range found here is wider than the one learned from, the model goes beyond what it has seen.</source>
        <translation>이번 자료의 범위가 학습 범위보다 넓으면 모델이 학습하지 않은 조건까지 적용한 것입니다.</translation>
    </message>
    <message>
        <source>Where the references know one address only of a street or dong, the row gets that address. How far off it is cannot be told: the spread is empty, and &apos;for_dist&apos; is 0 whatever level is allowed.</source>
        <translation>기준 자료에 그 도로나 동의 주소가 하나뿐이면 그 주소의 위치를 사용합니다. 실제 위치와 얼마나 떨어져 있는지 알 수 없으므로 범위를 비워 두고, 허용 수준과 관계없이 &apos;for_dist&apos;를 0으로 둡니다.</translation>
    </message>
    <message>
        <source>Which candidates were left out</source>
        <translation>제외된 후보지</translation>
    </message>
    <message>
        <source>Which field of &apos;{layer}&apos; holds the code of the zones? None of its fields is called as such fields usually are: {fields}.</source>
        <translation>&apos;{layer}&apos; 레이어의 구역 코드 필드를 지정하십시오. 이름으로 알 수 있는 필드가 없습니다: {fields}</translation>
    </message>
    <message>
        <source>Which pairs were compared</source>
        <translation>비교한 짝</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Who gains</source>
        <translation>누가 혜택을 보나</translation>
    </message>
    <message>
        <source>Who gains, and who has it far</source>
        <translation>이용 여건의 분포</translation>
    </message>
    <message>
        <source>Who gains, by zone</source>
        <translation>구역별 혜택</translation>
    </message>
    <message>
        <source>Who goes where</source>
        <translation>이용 배분</translation>
    </message>
    <message>
        <source>Who has how much access</source>
        <translation>인구별 접근성</translation>
    </message>
    <message>
        <source>Who has it how far</source>
        <translation>이용 비용의 분포</translation>
    </message>
    <message>
        <source>Who is near whom</source>
        <translation>이웃 관계</translation>
    </message>
    <message>
        <source>Who lives in a cell is taken to start from its middle.</source>
        <translation>셀에 사는 사람은 셀 중심에서 출발하는 것으로 봅니다.</translation>
    </message>
    <message>
        <source>Whole people by systematic rounding: along a space-filling curve through the targets of a zone every stretch gets its people to within about one, and every target its part of a zone&apos;s people rounded up or down; the seed decides where the curve begins. Weights that differ by less than a millionth of their mean are taken as equal. Fields pop_low and pop_high are the whole numbers around what is possible.</source>
        <translation>정수 배분은 계통 추출 방식으로 합니다. 구역 안의 대상을 공간 채움 곡선을 따라 이어, 어느 구간이든 약 1명 이내의 차이로 자기 몫의 인구를 받게 하고 대상마다 구역 인구 중 자기 몫을 올림하거나 내림합니다. 곡선의 시작 위치는 난수 시드로 정합니다. 평균의 100만분의 1보다 작은 가중치 차이는 같은 값으로 봅니다. pop_low와 pop_high 필드는 가능한 범위를 내림·올림한 정수입니다.</translation>
    </message>
    <message>
        <source>Why not here?</source>
        <translation>이곳은 왜 선정되지 않았는가?</translation>
    </message>
    <message>
        <source>Why not located, or not better</source>
        <translation>찾지 못했거나 수준이 낮은 사유</translation>
    </message>
    <message>
        <source>With it instead of {instead} the result is worse by {loss} ({share:.1f} %).</source>
        <translation>{instead} 대신 이곳을 넣으면 결과가 {loss}({share:.1f} %)만큼 나빠집니다.</translation>
    </message>
    <message>
        <source>With it somebody could not be served at all.</source>
        <translation>이곳을 넣으면 전혀 이용하지 못하는 수요가 생깁니다.</translation>
    </message>
    <message>
        <source>Within a zone everybody is assumed to live alike: neither the size of households nor empty homes are known, and all age groups are spread in the same way.</source>
        <translation>한 구역 안에서는 모두 같은 방식으로 거주한다고 가정하였습니다. 가구원 수와 빈집은 반영되지 않으며 모든 연령대를 같은 비율로 배분합니다.</translation>
    </message>
    <message>
        <source>Within reach</source>
        <translation>도달률</translation>
    </message>
    <message>
        <source>Within reach before</source>
        <translation>이전 도달률</translation>
    </message>
    <message>
        <source>Within reach: at most {limit:g} minutes on foot to the nearest center. Counted are {who}: {parts}.</source>
        <translation>도달: 가장 가까운 센터까지 걸어서 {limit:g}분 이내. 대상: {who}({parts}).</translation>
    </message>
    <message>
        <source>Within this distance there are {pairs:,} pairs of neighbors, more than {limit:,}. Take a smaller distance.</source>
        <translation>이 거리 안의 이웃 쌍이 {pairs:,}개로 한도 {limit:,}개를 넘습니다. 거리를 줄이십시오.</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>빠지는 곳</translation>
    </message>
    <message>
        <source>Without a district, rows that lie elsewhere are not found.</source>
        <translation>구 경계를 지정하지 않아 구 밖의 행은 찾지 못합니다.</translation>
    </message>
    <message>
        <source>Without a value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>Without rasters no absences can be drawn: give the field that says where it happened and where not (LABEL).</source>
        <translation>래스터가 없으면 미발생 지점을 뽑을 수 없습니다. 발생 여부를 나타내는 필드(LABEL)를 입력하십시오.</translation>
    </message>
    <message>
        <source>Without value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>Worst-off tenth before</source>
        <translation>이전 최악 10 %</translation>
    </message>
    <message>
        <source>Would come</source>
        <translation>들어올 시설</translation>
    </message>
    <message>
        <source>Would go</source>
        <translation>빠질 시설</translation>
    </message>
    <message>
        <source>Writing layers and rasters</source>
        <translation>레이어와 래스터를 쓰는 중</translation>
    </message>
    <message>
        <source>Writing model and tables</source>
        <translation>모델과 표를 저장하는 중</translation>
    </message>
    <message>
        <source>Writing the map</source>
        <translation>지도를 쓰는 중</translation>
    </message>
    <message>
        <source>Writing the raw files</source>
        <translation>원자료 파일을 쓰는 중</translation>
    </message>
    <message>
        <source>Writing the results</source>
        <translation>결과 저장 중</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>저장: {path}</translation>
    </message>
    <message>
        <source>Wrong coordinates (standard)</source>
        <translation>좌표 오류(표준)</translation>
    </message>
    <message>
        <source>Wrong type (standard)</source>
        <translation>형식 오류(표준)</translation>
    </message>
    <message>
        <source>X and Y swapped</source>
        <translation>X·Y 뒤바뀜</translation>
    </message>
    <message>
        <source>You will see:</source>
        <translation>다음 내용을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>Zone codes of &apos;{layer}&apos; are taken from its field &apos;{field}&apos;.</source>
        <translation>&apos;{layer}&apos; 레이어의 구역 코드는 &apos;{field}&apos; 필드에서 읽습니다.</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>구역 수</translation>
    </message>
    <message>
        <source>Zones were given instead.</source>
        <translation>구역을 입력했습니다.</translation>
    </message>
    <message>
        <source>Zones with a prediction come from zones only. For rasters choose a file for PROBABILITY.</source>
        <translation>발생 가능성이 기록된 구역(OUTPUT)은 구역을 입력했을 때만 만들 수 있습니다. 래스터를 입력할 때는 PROBABILITY에 저장할 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Zones, the worst served first</source>
        <translation>부족 인구 비율이 높은 구역 순</translation>
    </message>
    <message>
        <source>a bell curve that falls from 1 at the door to 0 at {radius:,.0f} m</source>
        <translation>시설 앞에서 1, {radius:,.0f} m에서 0이 되는 종 모양 곡선</translation>
    </message>
    <message>
        <source>a column that may hold data of persons by the standard</source>
        <translation>표준에서 개인정보가 들어갈 수 있다고 정한 항목</translation>
    </message>
    <message>
        <source>a factor has no value there</source>
        <translation>값이 없는 요인이 있음</translation>
    </message>
    <message>
        <source>a little alike</source>
        <translation>조금 비슷함</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>a placeholder such as 000-0 instead of a number</source>
        <translation>번호 대신 000-0과 같은 자리표시</translation>
    </message>
    <message>
        <source>a raster</source>
        <translation>래스터</translation>
    </message>
    <message>
        <source>a register of shops, read in from a file as a public-data portal gives it</source>
        <translation>상가 목록: 공공데이터포털에서 내려받는 형식의 파일을 불러온 결과입니다.</translation>
    </message>
    <message>
        <source>a small city of three dong: buildings, streets, schools, people and terrain, in groups and styled</source>
        <translation>행정동 3개로 된 작은 도시: 건물, 도로, 학교, 인구, 지형이 주제별로 묶여 알맞은 기호로 표시됩니다.</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>a total of other rows</source>
        <translation>다른 행의 합계</translation>
    </message>
    <message>
        <source>a way of {tau:,.0f} m weighs as much as a service used at the mean rate</source>
        <translation>이동 거리 {tau:,.0f} m를 평균 혼잡과 같은 부담으로 계산</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>above 0, to {high}</source>
        <translation>0 초과~{high}</translation>
    </message>
    <message>
        <source>above {threshold:.2f}: outside</source>
        <translation>{threshold:.2f} 초과: 영역 밖</translation>
    </message>
    <message>
        <source>absence</source>
        <translation>미발생</translation>
    </message>
    <message>
        <source>account numbers</source>
        <translation>계좌번호</translation>
    </message>
    <message>
        <source>address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>addresses</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>after</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>after mending one typing error</source>
        <translation>오타 하나를 바로잡아 일치</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>비슷함</translation>
    </message>
    <message>
        <source>alike values lie together no more than by chance.</source>
        <translation>비슷한 값이 우연 이상으로 모여 있지는 않습니다.</translation>
    </message>
    <message>
        <source>alike values lie together.</source>
        <translation>비슷한 값이 모여 있습니다.</translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>균등</translation>
    </message>
    <message>
        <source>alone or merged, but a pair of it is in doubt</source>
        <translation>검토할 짝이 있음</translation>
    </message>
    <message>
        <source>alone: no other row is of this business</source>
        <translation>단독: 이 업소의 다른 행 없음</translation>
    </message>
    <message>
        <source>along streets</source>
        <translation>도로를 따른 거리</translation>
    </message>
    <message>
        <source>and {count:,} more</source>
        <translation>외 {count:,}개</translation>
    </message>
    <message>
        <source>another block name</source>
        <translation>동명이 다름</translation>
    </message>
    <message>
        <source>another business at the place of one that had closed before</source>
        <translation>폐업한 자리의 후속 업소</translation>
    </message>
    <message>
        <source>another candidate lies at the same place</source>
        <translation>같은 지점에 다른 후보지가 있음</translation>
    </message>
    <message>
        <source>another center is nearer for everybody</source>
        <translation>모두에게 다른 센터가 더 가까움</translation>
    </message>
    <message>
        <source>area</source>
        <translation>면적</translation>
    </message>
    <message>
        <source>as chosen under CRS</source>
        <translation>지정한 좌표계</translation>
    </message>
    <message>
        <source>as the average of the training places</source>
        <translation>학습 지점의 평균과 같음</translation>
    </message>
    <message>
        <source>as the file declares, and the coordinates fit</source>
        <translation>파일에 적힌 좌표계이며 좌표와 일치</translation>
    </message>
    <message>
        <source>balanced floating catchment area (BFCA)</source>
        <translation>균형 유동 이용권 분석(BFCA)</translation>
    </message>
    <message>
        <source>before anything is compared</source>
        <translation>비교하기 전</translation>
    </message>
    <message>
        <source>bell curve around the best value</source>
        <translation>최적값 중심의 종형 곡선</translation>
    </message>
    <message>
        <source>best set found</source>
        <translation>찾은 가장 좋은 조합</translation>
    </message>
    <message>
        <source>binary zeros in the row</source>
        <translation>행에 널(NUL) 문자가 있음</translation>
    </message>
    <message>
        <source>block name</source>
        <translation>동명 일치</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>묶음 수</translation>
    </message>
    <message>
        <source>both closed</source>
        <translation>둘 다 폐업</translation>
    </message>
    <message>
        <source>both open</source>
        <translation>둘 다 영업 중</translation>
    </message>
    <message>
        <source>bound: no set is better</source>
        <translation>한계값(어떤 조합도 더 좋을 수 없음)</translation>
    </message>
    <message>
        <source>bounds of {name} from the table of districts</source>
        <translation>시군구 표의 {name} 범위 사용</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>지점명</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>예산</translation>
    </message>
    <message>
        <source>by its number (PNU, building number)</source>
        <translation>번호로 일치(PNU, 건물관리번호)</translation>
    </message>
    <message>
        <source>by the address as written</source>
        <translation>적힌 주소 그대로 일치</translation>
    </message>
    <message>
        <source>by the table of shares</source>
        <translation>1세별 인구표에 따름</translation>
    </message>
    <message>
        <source>by their area</source>
        <translation>면적</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>판단 불가</translation>
    </message>
    <message>
        <source>capacities</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>cell far too long</source>
        <translation>셀이 지나치게 김</translation>
    </message>
    <message>
        <source>children</source>
        <translation>아동</translation>
    </message>
    <message>
        <source>classes {levels}</source>
        <translation>분류 {levels}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>폐쇄</translation>
    </message>
    <message>
        <source>closed on</source>
        <translation>폐업일</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>콜드스팟</translation>
    </message>
    <message>
        <source>cold spot, {confidence} % confidence</source>
        <translation>콜드스팟(신뢰도 {confidence}%)</translation>
    </message>
    <message>
        <source>confirmed by one reader</source>
        <translation>한 곳에서 확인</translation>
    </message>
    <message>
        <source>confirmed by the publisher or two readers</source>
        <translation>제공기관 또는 두 곳에서 확인</translation>
    </message>
    <message>
        <source>consecutive cold spot</source>
        <translation>연속 콜드스팟</translation>
    </message>
    <message>
        <source>consecutive hot spot</source>
        <translation>연속 핫스팟</translation>
    </message>
    <message>
        <source>coordinates are 0</source>
        <translation>좌표가 0</translation>
    </message>
    <message>
        <source>coordinates in millimeters, unlike the rest of the file</source>
        <translation>파일의 다른 행과 달리 밀리미터 단위 좌표</translation>
    </message>
    <message>
        <source>coordinates of another CRS than the rest of the file</source>
        <translation>파일의 다른 행과 다른 좌표계의 좌표</translation>
    </message>
    <message>
        <source>coordinates outside what the CRS can hold</source>
        <translation>좌표계의 사용 범위를 벗어난 좌표</translation>
    </message>
    <message>
        <source>coordinates that are no numbers</source>
        <translation>숫자가 아닌 좌표</translation>
    </message>
    <message>
        <source>coordinates that cannot be transformed</source>
        <translation>변환할 수 없는 좌표</translation>
    </message>
    <message>
        <source>cost {score}</source>
        <translation>비용 {score}</translation>
    </message>
    <message>
        <source>costs {costs:.2f} s, solver {solver:.2f} s</source>
        <translation>비용 계산 {costs:.2f}초, 풀이 {solver:.2f}초</translation>
    </message>
    <message>
        <source>covered weight</source>
        <translation>포함되는 가중치</translation>
    </message>
    <message>
        <source>crossings and dead ends by foot</source>
        <translation>걷는 거리 안 교차점과 막다른 끝</translation>
    </message>
    <message>
        <source>damaged JSON</source>
        <translation>손상된 JSON</translation>
    </message>
    <message>
        <source>damaged characters</source>
        <translation>손상된 문자</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>dates of birth</source>
        <translation>생년월일</translation>
    </message>
    <message>
        <source>dates with times</source>
        <translation>날짜와 시각</translation>
    </message>
    <message>
        <source>derived, not checked against a file</source>
        <translation>추정(실제 파일로 미확인)</translation>
    </message>
    <message>
        <source>different</source>
        <translation>다름</translation>
    </message>
    <message>
        <source>different businesses</source>
        <translation>다른 업소</translation>
    </message>
    <message>
        <source>diminishing cold spot</source>
        <translation>약화 콜드스팟</translation>
    </message>
    <message>
        <source>diminishing hot spot</source>
        <translation>약화 핫스팟</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>distance to the nearest of {layer} (m)</source>
        <translation>가장 가까운 {layer}까지의 거리(m)</translation>
    </message>
    <message>
        <source>divided by the vector length</source>
        <translation>벡터 길이로 나눔</translation>
    </message>
    <message>
        <source>does not fit the column&apos;s type</source>
        <translation>열의 자료형에 맞지 않음</translation>
    </message>
    <message>
        <source>dong is known, lot number is not</source>
        <translation>동은 있으나 지번이 없음</translation>
    </message>
    <message>
        <source>dong is not in the reference</source>
        <translation>기준 자료에 없는 동</translation>
    </message>
    <message>
        <source>e-mail addresses</source>
        <translation>이메일 주소</translation>
    </message>
    <message>
        <source>each demand is served by one site only</source>
        <translation>수요마다 한 시설만 이용</translation>
    </message>
    <message>
        <source>empty geometry</source>
        <translation>빈 도형</translation>
    </message>
    <message>
        <source>enhanced two-step floating catchment area (E2SFCA)</source>
        <translation>개선 2단계 유동 이용권 분석(E2SFCA)</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>evenly by years</source>
        <translation>나이 수에 따라 균등</translation>
    </message>
    <message>
        <source>event</source>
        <translation>발생</translation>
    </message>
    <message>
        <source>every pair (few rows)</source>
        <translation>모든 짝(행이 적을 때)</translation>
    </message>
    <message>
        <source>every service within the catchment counts in full</source>
        <translation>이용권 안의 시설을 모두 같게 계산</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>excluded by the expression</source>
        <translation>식으로 제외</translation>
    </message>
    <message>
        <source>existing</source>
        <translation>기존</translation>
    </message>
    <message>
        <source>existing sites that stay</source>
        <translation>기존 시설 유지</translation>
    </message>
    <message>
        <source>fairest spread of walks</source>
        <translation>가장 고른 분포</translation>
    </message>
    <message>
        <source>far from the district</source>
        <translation>구에서 멀리 떨어짐</translation>
    </message>
    <message>
        <source>fewest centers that bring everybody within the walking time</source>
        <translation>모두가 보행 시간 안에 드는 최소 센터 수</translation>
    </message>
    <message>
        <source>fewest sites that cover everybody (LSCP)</source>
        <translation>모든 수요를 포함하는 최소 시설 수(LSCP)</translation>
    </message>
    <message>
        <source>fewest sites that cover everybody, then most covered twice (LSCP-B)</source>
        <translation>모든 수요를 포함하는 최소 시설 수, 이어서 이중 포함 최대(LSCP-B)</translation>
    </message>
    <message>
        <source>fields that speak together</source>
        <translation>함께 나타나는 항목</translation>
    </message>
    <message>
        <source>fits several places</source>
        <translation>여러 곳에 해당</translation>
    </message>
    <message>
        <source>floor above the highest, or unknown</source>
        <translation>층이 기준보다 높거나 알 수 없음</translation>
    </message>
    <message>
        <source>floor and room</source>
        <translation>층·호</translation>
    </message>
    <message>
        <source>floor area below the least, or unknown</source>
        <translation>전용면적이 기준보다 작거나 알 수 없음</translation>
    </message>
    <message>
        <source>geometry of another type</source>
        <translation>다른 유형의 도형</translation>
    </message>
    <message>
        <source>gradient boosting</source>
        <translation>그래디언트 부스팅</translation>
    </message>
    <message>
        <source>gray: outside the area of applicability</source>
        <translation>회색: 적용 가능 영역 밖</translation>
    </message>
    <message>
        <source>ground area (and year)</source>
        <translation>건축면적(사용승인 연도) 일치</translation>
    </message>
    <message>
        <source>header repeated</source>
        <translation>반복된 제목 행</translation>
    </message>
    <message>
        <source>held out at random</source>
        <translation>무작위로 떼어 둠</translation>
    </message>
    <message>
        <source>held out in space</source>
        <translation>공간 단위로 떼어 둠</translation>
    </message>
    <message>
        <source>hidden by the publisher: empty, never 0</source>
        <translation>제공기관이 비공개한 값(0이 아니라 빈 값)</translation>
    </message>
    <message>
        <source>high among high (hot spot)</source>
        <translation>높은 값끼리(핫스팟)</translation>
    </message>
    <message>
        <source>high among low (outlier)</source>
        <translation>낮은 값 속 높은 값(특이점)</translation>
    </message>
    <message>
        <source>historical cold spot</source>
        <translation>과거 콜드스팟</translation>
    </message>
    <message>
        <source>historical hot spot</source>
        <translation>과거 핫스팟</translation>
    </message>
    <message>
        <source>home addresses</source>
        <translation>거주지 주소</translation>
    </message>
    <message>
        <source>hot</source>
        <translation>핫스팟</translation>
    </message>
    <message>
        <source>hot in {hot} and cold in {cold} of {periods} periods; mean {value}, of the {count} neighbors {around}, of all places {all} (z now {last:+.2f}, trend {trend:+.2f})</source>
        <translation>{periods}개 시점 중 핫 {hot}회, 콜드 {cold}회; 평균 {value}, 이웃 {count}곳의 평균 {around}, 전체 평균 {all}(현재 z {last:+.2f}, 추세 {trend:+.2f})</translation>
    </message>
    <message>
        <source>hot spot, {confidence} % confidence</source>
        <translation>핫스팟(신뢰도 {confidence}%)</translation>
    </message>
    <message>
        <source>in a straight line</source>
        <translation>직선거리</translation>
    </message>
    <message>
        <source>in no zone</source>
        <translation>구역 밖</translation>
    </message>
    <message>
        <source>in the neighborhood</source>
        <translation>인근</translation>
    </message>
    <message>
        <source>intensifying cold spot</source>
        <translation>심화 콜드스팟</translation>
    </message>
    <message>
        <source>intensifying hot spot</source>
        <translation>심화 핫스팟</translation>
    </message>
    <message>
        <source>invalid geometry that could not be repaired</source>
        <translation>고칠 수 없는 오류 도형</translation>
    </message>
    <message>
        <source>it stands already: an existing site has the same id</source>
        <translation>같은 ID의 기존 시설이 이미 있음</translation>
    </message>
    <message>
        <source>k-means clusters of places</source>
        <translation>지점의 k-평균 군집</translation>
    </message>
    <message>
        <source>k-means clusters with an exclusion buffer</source>
        <translation>완충 거리를 둔 k-평균 군집</translation>
    </message>
    <message>
        <source>kNNDM (matched to the places to be predicted)</source>
        <translation>kNNDM(예측할 곳과의 거리에 맞춤)</translation>
    </message>
    <message>
        <source>kNNDM needs to know the places to be predicted, which it takes from rasters. Give FACTORS as rasters, or choose k-means or blocks.</source>
        <translation>kNNDM에는 예측할 곳이 필요하며 이는 래스터에서 구합니다. FACTORS에 래스터를 입력하거나 k-평균 또는 블록을 선택하십시오.</translation>
    </message>
    <message>
        <source>kind of business</source>
        <translation>업종</translation>
    </message>
    <message>
        <source>largest cost</source>
        <translation>최대 비용</translation>
    </message>
    <message>
        <source>largest number of sites per zone</source>
        <translation>구역별 최대 시설 수</translation>
    </message>
    <message>
        <source>largest {field} ({layer})</source>
        <translation>{field} 최댓값({layer})</translation>
    </message>
    <message>
        <source>least number of sites per zone</source>
        <translation>구역별 최소 시설 수</translation>
    </message>
    <message>
        <source>least total cost (p-median)</source>
        <translation>총비용 최소(p-median)</translation>
    </message>
    <message>
        <source>least total cost within capacities (capacitated p-median)</source>
        <translation>용량 안에서 총비용 최소(용량 제한 p-median)</translation>
    </message>
    <message>
        <source>least {field} ({layer})</source>
        <translation>{field} 최솟값({layer})</translation>
    </message>
    <message>
        <source>length of {layer} (m)</source>
        <translation>{layer} 길이(m)</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>작을수록 좋음</translation>
    </message>
    <message>
        <source>line far too long</source>
        <translation>줄이 지나치게 김</translation>
    </message>
    <message>
        <source>line through points</source>
        <translation>점을 잇는 선</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>라인</translation>
    </message>
    <message>
        <source>log2 of the odds</source>
        <translation>승산의 log2</translation>
    </message>
    <message>
        <source>logistic regression</source>
        <translation>로지스틱 회귀</translation>
    </message>
    <message>
        <source>logistic regression with splines</source>
        <translation>스플라인 로지스틱 회귀</translation>
    </message>
    <message>
        <source>logistic regression, linear</source>
        <translation>선형 로지스틱 회귀</translation>
    </message>
    <message>
        <source>longest walk in minutes</source>
        <translation>가장 먼 보행 시간(분)</translation>
    </message>
    <message>
        <source>lot number (PNU) is wrong</source>
        <translation>필지고유번호(PNU) 오류</translation>
    </message>
    <message>
        <source>low among high (outlier)</source>
        <translation>높은 값 속 낮은 값(특이점)</translation>
    </message>
    <message>
        <source>low among low (cold spot)</source>
        <translation>낮은 값끼리(콜드스팟)</translation>
    </message>
    <message>
        <source>low and high of &apos;{field}&apos; have no meaning for its transform and were not used.</source>
        <translation>&apos;{field}&apos; 기준의 변환에는 low와 high가 필요하지 않아 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>lowered by {parts}</source>
        <translation>낮추는 요인: {parts}</translation>
    </message>
    <message>
        <source>m: share among true links</source>
        <translation>m: 같은 짝에서의 비율</translation>
    </message>
    <message>
        <source>map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>masked address</source>
        <translation>가려진 주소</translation>
    </message>
    <message>
        <source>match weight</source>
        <translation>일치 가중치</translation>
    </message>
    <message>
        <source>match weight (log2 of the odds)</source>
        <translation>일치 가중치(승산의 log2)</translation>
    </message>
    <message>
        <source>mean cost {mean}</source>
        <translation>평균 비용 {mean}</translation>
    </message>
    <message>
        <source>mean of {field} ({layer})</source>
        <translation>{field} 평균({layer})</translation>
    </message>
    <message>
        <source>merged with other rows</source>
        <translation>다른 행과 통합</translation>
    </message>
    <message>
        <source>middle of street or dong</source>
        <translation>도로·동 중심점</translation>
    </message>
    <message>
        <source>min</source>
        <translation>분</translation>
    </message>
    <message>
        <source>minutes on foot of all people together</source>
        <translation>모든 사람의 보행 시간 합계(분)</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>mix of {field} ({layer}, Shannon)</source>
        <translation>{field} 다양도({layer}, 섀넌 지수)</translation>
    </message>
    <message>
        <source>mobile phone numbers</source>
        <translation>휴대전화번호</translation>
    </message>
    <message>
        <source>more cells than the header</source>
        <translation>제목 행보다 셀이 많음</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>클수록 좋음</translation>
    </message>
    <message>
        <source>more than {size:,}</source>
        <translation>{size:,} 초과</translation>
    </message>
    <message>
        <source>most alike names anywhere</source>
        <translation>전체에서 가장 비슷한 상호</translation>
    </message>
    <message>
        <source>most alike names in one zone</source>
        <translation>같은 구역에서 가장 비슷한 상호</translation>
    </message>
    <message>
        <source>most alike texts</source>
        <translation>가장 비슷한 글</translation>
    </message>
    <message>
        <source>most demand covered (MCLP)</source>
        <translation>포함되는 수요 최대(MCLP)</translation>
    </message>
    <message>
        <source>most live in {zones}</source>
        <translation>주로 사는 곳: {zones}</translation>
    </message>
    <message>
        <source>most people within the walking time</source>
        <translation>보행 시간 안의 인원 최대</translation>
    </message>
    <message>
        <source>name</source>
        <translation>상호</translation>
    </message>
    <message>
        <source>names of persons</source>
        <translation>사람 이름</translation>
    </message>
    <message>
        <source>near</source>
        <translation>가까움</translation>
    </message>
    <message>
        <source>near each other with a part of the name</source>
        <translation>가까운 곳에서 상호 일부가 같음</translation>
    </message>
    <message>
        <source>nearest for {people} {who}, mean walk {mean:.1f} min</source>
        <translation>{who} {people}명에게 가장 가까움, 평균 보행 {mean:.1f}분</translation>
    </message>
    <message>
        <source>negative weight</source>
        <translation>음수 가중치</translation>
    </message>
    <message>
        <source>neither street nor lot can be read</source>
        <translation>도로명도 지번도 읽을 수 없음</translation>
    </message>
    <message>
        <source>new</source>
        <translation>신규</translation>
    </message>
    <message>
        <source>new cold spot</source>
        <translation>신규 콜드스팟</translation>
    </message>
    <message>
        <source>new homes</source>
        <translation>신규 주택</translation>
    </message>
    <message>
        <source>new homes #{fid}</source>
        <translation>신규 주택 #{fid}</translation>
    </message>
    <message>
        <source>new hot spot</source>
        <translation>신규 핫스팟</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>주소 없음</translation>
    </message>
    <message>
        <source>no address, lot or number that can be read</source>
        <translation>읽을 수 있는 주소·지번·번호 없음</translation>
    </message>
    <message>
        <source>no allowed site can be reached</source>
        <translation>갈 수 있는 시설이 없음</translation>
    </message>
    <message>
        <source>no allowed site lies within the radius</source>
        <translation>반경 안에 열 수 있는 시설이 없음</translation>
    </message>
    <message>
        <source>no building polygon on its lot</source>
        <translation>필지에 건물 폴리곤 없음</translation>
    </message>
    <message>
        <source>no capacity</source>
        <translation>용량이 없음</translation>
    </message>
    <message>
        <source>no code of the national grid</source>
        <translation>국가격자 코드가 아님</translation>
    </message>
    <message>
        <source>no coordinates</source>
        <translation>좌표 없음</translation>
    </message>
    <message>
        <source>no cost of opening, which the budget needs</source>
        <translation>예산에 필요한 설치 비용이 없음</translation>
    </message>
    <message>
        <source>no factor has a value there</source>
        <translation>모든 요인의 값이 없음</translation>
    </message>
    <message>
        <source>no geometry</source>
        <translation>도형 없음</translation>
    </message>
    <message>
        <source>no house or lot number</source>
        <translation>건물번호·지번 없음</translation>
    </message>
    <message>
        <source>no id, which the cost table needs</source>
        <translation>비용표에 필요한 ID가 없음</translation>
    </message>
    <message>
        <source>no lot number (PNU)</source>
        <translation>필지고유번호(PNU) 없음</translation>
    </message>
    <message>
        <source>no neighbors, not tested</source>
        <translation>이웃 없음(검정하지 않음)</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>번호 없음</translation>
    </message>
    <message>
        <source>no open site lies within the radius</source>
        <translation>반경 안에 열린 시설이 없음</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>장소 번호가 없음</translation>
    </message>
    <message>
        <source>no row of counts</source>
        <translation>인구 자료에 행이 없음</translation>
    </message>
    <message>
        <source>no row of the register</source>
        <translation>결합된 대장 행 없음</translation>
    </message>
    <message>
        <source>no shape, or one of another kind</source>
        <translation>도형이 없거나 종류가 다름</translation>
    </message>
    <message>
        <source>no such pair in the registers</source>
        <translation>대장에 없는 짝</translation>
    </message>
    <message>
        <source>no target in the zone</source>
        <translation>구역 안에 배분 대상 없음</translation>
    </message>
    <message>
        <source>no target of the zone has a weight</source>
        <translation>구역 안에 가중치가 있는 대상 없음</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>시간이 없음</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>no weight</source>
        <translation>가중치 없음</translation>
    </message>
    <message>
        <source>no zone with this code and a usable shape</source>
        <translation>이 코드의 구역이 없거나 도형을 사용할 수 없음</translation>
    </message>
    <message>
        <source>nobody farther than necessary</source>
        <translation>가장 먼 사람의 거리 최소</translation>
    </message>
    <message>
        <source>nobody in reach</source>
        <translation>도달 가능한 인구 없음</translation>
    </message>
    <message>
        <source>not allocated</source>
        <translation>배분 안 함</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>미확인</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>아직 판단하지 않음</translation>
    </message>
    <message>
        <source>not significant</source>
        <translation>유의하지 않음</translation>
    </message>
    <message>
        <source>note, no record</source>
        <translation>자료가 아닌 주석 행</translation>
    </message>
    <message>
        <source>nothing tells where the file lies</source>
        <translation>파일의 위치를 알 수 없음</translation>
    </message>
    <message>
        <source>nothing within reach</source>
        <translation>도달 가능한 시설 없음</translation>
    </message>
    <message>
        <source>number is not in the reference</source>
        <translation>기준 자료에 없는 번호</translation>
    </message>
    <message>
        <source>number of centers</source>
        <translation>센터 수</translation>
    </message>
    <message>
        <source>number of sites</source>
        <translation>시설 수</translation>
    </message>
    <message>
        <source>number of {layer}</source>
        <translation>{layer} 개수</translation>
    </message>
    <message>
        <source>number of {layer} by foot</source>
        <translation>걷는 거리 안 {layer} 개수</translation>
    </message>
    <message>
        <source>number rounded by a spreadsheet</source>
        <translation>엑셀에서 반올림되어 손상된 번호</translation>
    </message>
    <message>
        <source>number with a wrong count of digits</source>
        <translation>자릿수가 맞지 않는 번호</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>observed share</source>
        <translation>실제 발생 비율</translation>
    </message>
    <message>
        <source>of these joined</source>
        <translation>그중 연결한 짝</translation>
    </message>
    <message>
        <source>of these outside the observed area</source>
        <translation>그중 관찰된 지역 밖</translation>
    </message>
    <message>
        <source>of these too near to an event</source>
        <translation>그중 발생 지점과 너무 가까움</translation>
    </message>
    <message>
        <source>older people</source>
        <translation>노인</translation>
    </message>
    <message>
        <source>on 1,000 rows or more</source>
        <translation>1,000행 이상에 있는 상호</translation>
    </message>
    <message>
        <source>on 10 to 29 rows</source>
        <translation>10~29행에 있는 상호</translation>
    </message>
    <message>
        <source>on 100 to 299 rows</source>
        <translation>100~299행에 있는 상호</translation>
    </message>
    <message>
        <source>on 3 rows</source>
        <translation>3행에 있는 상호</translation>
    </message>
    <message>
        <source>on 30 to 99 rows</source>
        <translation>30~99행에 있는 상호</translation>
    </message>
    <message>
        <source>on 300 to 999 rows</source>
        <translation>300~999행에 있는 상호</translation>
    </message>
    <message>
        <source>on 4 to 9 rows</source>
        <translation>4~9행에 있는 상호</translation>
    </message>
    <message>
        <source>on these two rows only</source>
        <translation>두 행에만 있는 상호</translation>
    </message>
    <message>
        <source>one closed before the other opened at the same place</source>
        <translation>같은 자리에서 한쪽이 폐업한 뒤 개업</translation>
    </message>
    <message>
        <source>one closed, one open</source>
        <translation>한쪽만 폐업</translation>
    </message>
    <message>
        <source>one event at a time</source>
        <translation>사건 하나씩</translation>
    </message>
    <message>
        <source>only a coarser level was found</source>
        <translation>지정한 수준보다 낮은 수준으로만 일치</translation>
    </message>
    <message>
        <source>only building of its lot</source>
        <translation>필지 내 유일한 건물</translation>
    </message>
    <message>
        <source>only it brings {people} of them within the walking time</source>
        <translation>그중 {people}명은 이 센터가 있어야만 보행 시간 안에 듦</translation>
    </message>
    <message>
        <source>only it reaches {weight}</source>
        <translation>이 시설만 닿는 가중치 {weight}</translation>
    </message>
    <message>
        <source>open or closed</source>
        <translation>영업·폐업 상태</translation>
    </message>
    <message>
        <source>opened on</source>
        <translation>개업일</translation>
    </message>
    <message>
        <source>oscillating cold spot</source>
        <translation>진동 콜드스팟</translation>
    </message>
    <message>
        <source>oscillating hot spot</source>
        <translation>진동 핫스팟</translation>
    </message>
    <message>
        <source>outside the area of applicability</source>
        <translation>적용 가능 영역 밖</translation>
    </message>
    <message>
        <source>outside the district</source>
        <translation>자치구 밖</translation>
    </message>
    <message>
        <source>outside the district, at the same place, without a cost, or too far from every street</source>
        <translation>자치구 밖이거나, 같은 위치에 다른 후보지가 있거나, 비용이 없거나, 도로에서 너무 멂</translation>
    </message>
    <message>
        <source>outside the rasters</source>
        <translation>래스터 범위 밖</translation>
    </message>
    <message>
        <source>over 1,000 m</source>
        <translation>1,000 m 초과</translation>
    </message>
    <message>
        <source>over 150% of the mean</source>
        <translation>평균의 150% 초과</translation>
    </message>
    <message>
        <source>p-center: open so many sites that the largest cost to the nearest open site is smallest, whatever the weights; among all such sets the one with the least mean cost.</source>
        <translation>p-center: 정한 수의 시설을 열어, 가중치와 관계없이 가장 가까운 시설까지의 최대 비용을 최소로 하고, 그러한 조합 중 평균 비용이 가장 작은 것을 고릅니다.</translation>
    </message>
    <message>
        <source>p-dispersion needs costs between the sites, but the cost table has no rows that begin at {count:,} of them ({first}). Use the candidates as demand too, or another kind of cost.</source>
        <translation>p-dispersion에는 시설 사이의 비용이 필요하지만, 비용표에 시설 {count:,}곳({first})에서 출발하는 행이 없습니다. 후보지를 수요로도 지정하거나 다른 비용을 사용하십시오.</translation>
    </message>
    <message>
        <source>p-dispersion needs distances between the sites.</source>
        <translation>p-dispersion에는 시설 사이의 거리가 필요합니다.</translation>
    </message>
    <message>
        <source>p-dispersion: open so many sites that the smallest distance between two of them is largest.</source>
        <translation>p-dispersion: 정한 수의 시설을 열어, 두 시설 사이의 최소 거리를 최대로 합니다.</translation>
    </message>
    <message>
        <source>p-median: open so many sites that the sum of weight times cost to the nearest open site is least.</source>
        <translation>p-median: 정한 수의 시설을 열어, 가장 가까운 시설까지의 비용에 가중치를 곱한 합을 최소로 합니다.</translation>
    </message>
    <message>
        <source>p-values: conditional permutation, two-sided. All places share {first:,} draws; those that fewer than ten of them reached got more, {most:,} at most here, so that the correction for many tests can be passed.</source>
        <translation>p값: 조건부 순열 검정, 양측입니다. 모든 장소가 {first:,}회의 추출을 함께 쓰고, 10회 미만만 도달한 장소는 다중검정 보정을 통과할 수 있도록 더 추출했습니다(이번 실행에서 최대 {most:,}회).</translation>
    </message>
    <message>
        <source>p-values: of z and the normal distribution, two-sided. That is rough for few neighbors and much too sure for skewed values such as counts.</source>
        <translation>p값: z와 정규분포로 구한 양측 p값입니다. 이웃이 적으면 대략적이며, 건수처럼 치우친 값에서는 지나치게 확신합니다.</translation>
    </message>
    <message>
        <source>pairs (log10)</source>
        <translation>짝 수(log10)</translation>
    </message>
    <message>
        <source>pairs compared</source>
        <translation>비교한 짝</translation>
    </message>
    <message>
        <source>partly the same</source>
        <translation>일부 같음</translation>
    </message>
    <message>
        <source>people</source>
        <translation>명</translation>
    </message>
    <message>
        <source>people of the demand layer</source>
        <translation>사람 레이어</translation>
    </message>
    <message>
        <source>people who come within reach</source>
        <translation>새로 닿는 인원</translation>
    </message>
    <message>
        <source>people within the walking time</source>
        <translation>보행 시간 안의 인원</translation>
    </message>
    <message>
        <source>percentile rank</source>
        <translation>백분위</translation>
    </message>
    <message>
        <source>persistent cold spot</source>
        <translation>지속 콜드스팟</translation>
    </message>
    <message>
        <source>persistent hot spot</source>
        <translation>지속 핫스팟</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>places for {people} {who}, mean walk {mean:.1f} min</source>
        <translation>{who} {people}명에게 자리 제공, 평균 보행 {mean:.1f}분</translation>
    </message>
    <message>
        <source>points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>폴리곤</translation>
    </message>
    <message>
        <source>presence and background (MaxEnt)</source>
        <translation>발생·배경 모델(MaxEnt)</translation>
    </message>
    <message>
        <source>presence and background (relative suitability)</source>
        <translation>발생·배경 모델(상대 적합도)</translation>
    </message>
    <message>
        <source>probability between the two limits</source>
        <translation>확률이 두 기준 사이</translation>
    </message>
    <message>
        <source>probability of being the same {chance}</source>
        <translation>같은 업소일 확률 {chance}</translation>
    </message>
    <message>
        <source>province or district is not in the reference</source>
        <translation>기준 자료에 없는 시도·시군구</translation>
    </message>
    <message>
        <source>quotation mark that is never closed</source>
        <translation>닫히지 않은 따옴표</translation>
    </message>
    <message>
        <source>quotation marks in the wrong place</source>
        <translation>잘못된 위치의 따옴표</translation>
    </message>
    <message>
        <source>raised by {parts}</source>
        <translation>높이는 요인: {parts}</translation>
    </message>
    <message>
        <source>random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>random forest</source>
        <translation>랜덤 포레스트</translation>
    </message>
    <message>
        <source>rarity of the name that both have</source>
        <translation>공통된 상호의 희소성</translation>
    </message>
    <message>
        <source>rational agent access model (RAAM)</source>
        <translation>합리적 선택 접근성 모형(RAAM)</translation>
    </message>
    <message>
        <source>related</source>
        <translation>관련 있음</translation>
    </message>
    <message>
        <source>required</source>
        <translation>필수 지정</translation>
    </message>
    <message>
        <source>resident registration numbers</source>
        <translation>주민등록번호</translation>
    </message>
    <message>
        <source>rival pairs of the same rows</source>
        <translation>같은 행의 경쟁 짝</translation>
    </message>
    <message>
        <source>row without a code</source>
        <translation>코드가 없는 행</translation>
    </message>
    <message>
        <source>rule of this kind of file, and the coordinates fit</source>
        <translation>자료 종류의 규칙이며 좌표와 일치</translation>
    </message>
    <message>
        <source>rule of this kind of file; not verified</source>
        <translation>자료 종류의 규칙(확인하지 못함)</translation>
    </message>
    <message>
        <source>runs the same way as another line: one counts</source>
        <translation>다른 선과 같은 길을 지남: 하나만 사용</translation>
    </message>
    <message>
        <source>same beginning of the name in one zone</source>
        <translation>같은 구역에서 상호 앞부분이 같음</translation>
    </message>
    <message>
        <source>same lot</source>
        <translation>같은 지번</translation>
    </message>
    <message>
        <source>same name and phone, another place</source>
        <translation>상호·전화번호 같고 위치 다름</translation>
    </message>
    <message>
        <source>same name in one zone</source>
        <translation>같은 구역의 같은 상호</translation>
    </message>
    <message>
        <source>same opening day and kind of business</source>
        <translation>개업일과 업종이 같음</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>같은 전화번호</translation>
    </message>
    <message>
        <source>same street and house number</source>
        <translation>같은 도로명과 건물번호</translation>
    </message>
    <message>
        <source>second carriageway of a street: one line counts</source>
        <translation>분리 도로의 다른 방향: 선 하나만 사용</translation>
    </message>
    <message>
        <source>see the log messages of QGIS</source>
        <translation>QGIS의 로그 메시지를 확인해 주십시오.</translation>
    </message>
    <message>
        <source>serves nobody: another open site is nearer to all</source>
        <translation>이용하는 수요 없음(모두 다른 시설이 더 가까움)</translation>
    </message>
    <message>
        <source>serves {load} ({share:.0f} % of all)</source>
        <translation>가중치 {load}(전체의 {share:.0f} %)를 맡음</translation>
    </message>
    <message>
        <source>several buildings on its lot, none fits alone</source>
        <translation>필지에 건물이 여러 동이며 하나로 특정되지 않음</translation>
    </message>
    <message>
        <source>shape without attributes</source>
        <translation>속성이 없는 도형</translation>
    </message>
    <message>
        <source>share of area of {layer} (0-1)</source>
        <translation>{layer} 면적 비율(0~1)</translation>
    </message>
    <message>
        <source>shorter than the snap tolerance</source>
        <translation>연결 허용 거리보다 짧음</translation>
    </message>
    <message>
        <source>shortest mean walk</source>
        <translation>평균 보행 시간 최소</translation>
    </message>
    <message>
        <source>shortest mean walk with enough places</source>
        <translation>정원 안에서 평균 보행 시간 최소</translation>
    </message>
    <message>
        <source>significant in an unbroken run up to the last period, never before</source>
        <translation>마지막 시점까지 끊김 없이 유의하고 그 전에는 아니었음</translation>
    </message>
    <message>
        <source>significant in the last period only</source>
        <translation>마지막 시점에만 유의함</translation>
    </message>
    <message>
        <source>significant nearly always and now, and becoming more so</source>
        <translation>거의 항상 그리고 지금도 유의하며 더 강해짐</translation>
    </message>
    <message>
        <source>significant nearly always and now, but becoming less so</source>
        <translation>거의 항상 그리고 지금도 유의하지만 약해짐</translation>
    </message>
    <message>
        <source>significant nearly always and now, without a trend</source>
        <translation>거의 항상 그리고 지금도 유의하며 추세 없음</translation>
    </message>
    <message>
        <source>significant nearly always, but no longer</source>
        <translation>거의 항상 유의했지만 지금은 아님</translation>
    </message>
    <message>
        <source>significant now and before, with breaks</source>
        <translation>지금 유의하고 전에도 끊기며 유의했음</translation>
    </message>
    <message>
        <source>significant now, and of the other kind at some time before</source>
        <translation>지금 유의하지만 전에 반대 유형인 적이 있음</translation>
    </message>
    <message>
        <source>sites as far apart as possible (p-dispersion)</source>
        <translation>서로 가장 멀리 분산(p-dispersion)</translation>
    </message>
    <message>
        <source>sites that may not be opened</source>
        <translation>열 수 없는 시설</translation>
    </message>
    <message>
        <source>sites that must be opened</source>
        <translation>반드시 열 시설</translation>
    </message>
    <message>
        <source>smallest distance between two sites</source>
        <translation>두 시설 사이의 최소 거리</translation>
    </message>
    <message>
        <source>smallest largest cost (p-center)</source>
        <translation>최대 비용 최소(p-center)</translation>
    </message>
    <message>
        <source>sporadic cold spot</source>
        <translation>산발 콜드스팟</translation>
    </message>
    <message>
        <source>sporadic hot spot</source>
        <translation>산발 핫스팟</translation>
    </message>
    <message>
        <source>square blocks</source>
        <translation>정사각형 블록</translation>
    </message>
    <message>
        <source>stands already</source>
        <translation>기존 시설</translation>
    </message>
    <message>
        <source>straight line</source>
        <translation>직선</translation>
    </message>
    <message>
        <source>street address and lot lie apart</source>
        <translation>도로명주소와 지번의 위치가 서로 다름</translation>
    </message>
    <message>
        <source>street is known, house number is not</source>
        <translation>도로명은 있으나 건물번호가 없음</translation>
    </message>
    <message>
        <source>street is not in the reference</source>
        <translation>기준 자료에 없는 도로명</translation>
    </message>
    <message>
        <source>street length by foot (m)</source>
        <translation>걷는 거리 안 도로 연장(m)</translation>
    </message>
    <message>
        <source>sum of weight times cost</source>
        <translation>가중치와 비용을 곱한 합</translation>
    </message>
    <message>
        <source>sum of {field} ({layer})</source>
        <translation>{field} 합계({layer})</translation>
    </message>
    <message>
        <source>sum of {field} ({layer}) by foot</source>
        <translation>걷는 거리 안 {field} 합계({layer})</translation>
    </message>
    <message>
        <source>table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>telephone numbers</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>text</source>
        <translation>문자</translation>
    </message>
    <message>
        <source>the area of the targets</source>
        <translation>배분 대상의 면적</translation>
    </message>
    <message>
        <source>the coordinates fit nothing else</source>
        <translation>이 좌표계에만 맞음</translation>
    </message>
    <message>
        <source>the field &apos;{field}&apos; of the targets</source>
        <translation>배분 대상의 &apos;{field}&apos; 필드</translation>
    </message>
    <message>
        <source>the fields of the zones themselves</source>
        <translation>구역 레이어의 필드</translation>
    </message>
    <message>
        <source>the file has x and y swapped; mended for all rows</source>
        <translation>파일 전체의 x·y가 뒤바뀌어 모든 행에서 바로잡음</translation>
    </message>
    <message>
        <source>the file is in millimeters; mended for all rows</source>
        <translation>파일 전체가 밀리미터 단위여서 모든 행에서 바로잡음</translation>
    </message>
    <message>
        <source>the label is empty</source>
        <translation>라벨이 비어 있음</translation>
    </message>
    <message>
        <source>the line has no length</source>
        <translation>길이가 없는 선</translation>
    </message>
    <message>
        <source>the line makes no street</source>
        <translation>도로가 되지 않는 라인</translation>
    </message>
    <message>
        <source>the nearest service is usually {distance:,.0f} m away in a straight line</source>
        <translation>가장 가까운 시설까지 직선거리 대체로 {distance:,.0f} m</translation>
    </message>
    <message>
        <source>the number of targets</source>
        <translation>배분 대상의 개수</translation>
    </message>
    <message>
        <source>the only known place of street or dong</source>
        <translation>도로·동에 알려진 주소가 하나뿐인 곳</translation>
    </message>
    <message>
        <source>the only link between two groups</source>
        <translation>두 묶음을 잇는 유일한 연결</translation>
    </message>
    <message>
        <source>the place has no value at some of the times</source>
        <translation>일부 시점에 값이 없는 장소</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>the same beginning</source>
        <translation>앞부분 같음</translation>
    </message>
    <message>
        <source>the same business</source>
        <translation>같은 업소</translation>
    </message>
    <message>
        <source>the same but for a slip</source>
        <translation>오타 정도의 차이</translation>
    </message>
    <message>
        <source>the same floor</source>
        <translation>같은 층</translation>
    </message>
    <message>
        <source>the same room</source>
        <translation>같은 호</translation>
    </message>
    <message>
        <source>the same year</source>
        <translation>같은 해</translation>
    </message>
    <message>
        <source>the weight is 0: nobody is to be served</source>
        <translation>가중치가 0이어서 이용할 사람이 없음</translation>
    </message>
    <message>
        <source>three-step floating catchment area (3SFCA)</source>
        <translation>3단계 유동 이용권 분석(3SFCA)</translation>
    </message>
    <message>
        <source>too far from every street</source>
        <translation>모든 도로에서 너무 멂</translation>
    </message>
    <message>
        <source>too near to a harmful business</source>
        <translation>청소년유해업소에 너무 가까움</translation>
    </message>
    <message>
        <source>too near to a hazard: {layer}</source>
        <translation>위험 요소에 너무 가까움: {layer}</translation>
    </message>
    <message>
        <source>total or subtotal, no record</source>
        <translation>자료가 아닌 합계·소계 행</translation>
    </message>
    <message>
        <source>two-step floating catchment area (2SFCA)</source>
        <translation>2단계 유동 이용권 분석(2SFCA)</translation>
    </message>
    <message>
        <source>u: share among other pairs</source>
        <translation>u: 다른 짝에서의 비율</translation>
    </message>
    <message>
        <source>under {share:.0%} of the mean</source>
        <translation>평균의 {share:.0%} 미만</translation>
    </message>
    <message>
        <source>unlike values lie side by side.</source>
        <translation>서로 다른 값이 나란히 있습니다.</translation>
    </message>
    <message>
        <source>unrelated</source>
        <translation>관련 없음</translation>
    </message>
    <message>
        <source>up to 15 m</source>
        <translation>15 m 이하</translation>
    </message>
    <message>
        <source>value of each category</source>
        <translation>분류별 값</translation>
    </message>
    <message>
        <source>value {value}, mean of the {count} neighbors {around}, mean of all places {all} (z {z:+.2f})</source>
        <translation>값 {value}, 이웃 {count}곳의 평균 {around}, 전체 평균 {all}(z {z:+.2f})</translation>
    </message>
    <message>
        <source>vehicle numbers</source>
        <translation>차량번호</translation>
    </message>
    <message>
        <source>walk in minutes, long ones weighing more</source>
        <translation>긴 보행을 더 무겁게 본 보행 시간(분)</translation>
    </message>
    <message>
        <source>walk to the nearest of {layer} (m)</source>
        <translation>가장 가까운 {layer}까지 걷는 거리(m)</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>weight (log2 m/u)</source>
        <translation>가중치(log2 m/u)</translation>
    </message>
    <message>
        <source>where public notice boards suit best: each cell of 100 m with its score, and a report</source>
        <translation>전자게시대에 알맞은 곳: 100 m 격자별 점수와 보고서입니다.</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>without it another center would be within the walking time of all of them</source>
        <translation>이 센터가 없어도 모두 다른 센터가 보행 시간 안에 있음</translation>
    </message>
    <message>
        <source>without it nothing would be lost: others are as near</source>
        <translation>없어도 잃는 것이 없음(다른 센터도 그만큼 가까움)</translation>
    </message>
    <message>
        <source>without it the longest walk would be {gain} min longer</source>
        <translation>없으면 가장 먼 보행이 {gain}분 길어짐</translation>
    </message>
    <message>
        <source>without it the mean walk of everybody would be {gain} min longer</source>
        <translation>없으면 모두의 평균 보행이 {gain}분 길어짐</translation>
    </message>
    <message>
        <source>without it the result would be the same: others are as near</source>
        <translation>없어도 결과가 같음(다른 시설이 그만큼 가까움)</translation>
    </message>
    <message>
        <source>without it the result would be worse by {gain} ({share:.1f} %)</source>
        <translation>없으면 결과가 {gain}({share:.1f} %)만큼 나빠짐</translation>
    </message>
    <message>
        <source>without it the result would be worse by {share:.1f} %</source>
        <translation>없으면 결과가 {share:.1f} % 나빠짐</translation>
    </message>
    <message>
        <source>would also fit: {crs}</source>
        <translation>다음 좌표계도 가능: {crs}</translation>
    </message>
    <message>
        <source>x and y swapped</source>
        <translation>x·y가 뒤바뀜</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>예/아니요</translation>
    </message>
    <message>
        <source>zone {code}</source>
        <translation>구역 {code}</translation>
    </message>
    <message>
        <source>zones: {zones}</source>
        <translation>구간별: {zones}</translation>
    </message>
    <message>
        <source>{absences:,} absences belong to no event and were spread over the folds.</source>
        <translation>어느 사건에도 속하지 않는 미발생 지점 {absences:,}곳을 폴드에 나누어 넣었습니다.</translation>
    </message>
    <message>
        <source>{age:,} days old, more than {days:,}.</source>
        <translation>{age:,}일이 지나 허용 경과일 {days:,}일을 넘었습니다.</translation>
    </message>
    <message>
        <source>{allocated:,.0f} of {people:,.0f} people of {zones:,} zones were allocated to {targets:,} targets; {left:,.0f} could not be placed.</source>
        <translation>{zones:,}개 구역의 인구 {people:,.0f}명 중 {allocated:,.0f}명을 배분 대상 {targets:,}개에 배분하였습니다. 미배분 인구는 {left:,.0f}명입니다.</translation>
    </message>
    <message>
        <source>{cells:,} cells of {size:g} m cover the district of {area:.2f} km2.</source>
        <translation>면적 {area:.2f} ㎢의 구를 {size:g} m 격자 {cells:,}개로 나누었습니다.</translation>
    </message>
    <message>
        <source>{cells:,} cells were predicted; {share:.1%} of them are in the highest class ({label}).</source>
        <translation>셀 {cells:,}개를 예측했으며, 그중 {share:.1%}가 가장 높은 등급({label})입니다.</translation>
    </message>
    <message>
        <source>{cells:,} cells would be made; at most {limit:,} are. Choose larger cells.</source>
        <translation>격자 {cells:,}개가 만들어져 상한({limit:,}개)을 넘습니다. 격자 크기를 늘리십시오.</translation>
    </message>
    <message>
        <source>{cells:,} hidden counts were estimated inside their bounds, as near as possible to the middle, so that the known totals are met. Fields pop_low and pop_high hold what is least and most possible.</source>
        <translation>비공개 값 {cells:,}개를 범위 안에서 가운데 값에 가장 가깝게, 알려진 합계에 맞도록 추정하였습니다. pop_low와 pop_high 필드에 가능한 최소·최대 인구를 기록하였습니다.</translation>
    </message>
    <message>
        <source>{cells:,} zones were predicted; {share:.1%} of them are in the highest class ({label}).</source>
        <translation>구역 {cells:,}곳을 예측했으며, 그중 {share:.1%}가 가장 높은 등급({label})입니다.</translation>
    </message>
    <message>
        <source>{column} of {code}</source>
        <translation>{code}의 {column}</translation>
    </message>
    <message>
        <source>{count:,.0f} of {total:,.0f} people have nothing within {radius:,.0f} m</source>
        <translation>{total:,.0f}명 중 {count:,.0f}명은 {radius:,.0f} m 안에 시설이 없음</translation>
    </message>
    <message>
        <source>{count:,} businesses opened at the place of one that had closed before (median {days:,.0f} days later). They were kept apart: a successor is not a duplicate. The field &apos;follows&apos; of the links names the business before.</source>
        <translation>업소 {count:,}곳은 먼저 폐업한 자리에 문을 열었습니다(중앙값 {days:,.0f}일 뒤). 후속 업소는 중복이 아니므로 따로 두었습니다. 연결표의 &apos;follows&apos; 필드에 이전 업소 번호가 있습니다.</translation>
    </message>
    <message>
        <source>{count:,} candidates must stay, but at most {most:,} can be computed. Take fewer candidates.</source>
        <translation>유지해야 하는 후보지가 {count:,}곳이나 최대 {most:,}곳까지만 계산할 수 있습니다. 후보지를 줄이십시오.</translation>
    </message>
    <message>
        <source>{count:,} cells of {zones:,} zones have no count: nobody is counted there. Are they hidden?</source>
        <translation>{zones:,}개 구역의 값 {count:,}개가 비어 있어 인구를 세지 않았습니다. 비공개 값인지 확인하십시오.</translation>
    </message>
    <message>
        <source>{count:,} cells without a count</source>
        <translation>값이 없는 칸 {count:,}개</translation>
    </message>
    <message>
        <source>{count:,} codes have {short} digits, the others {long}: a leading zero was lost.</source>
        <translation>코드 {count:,}건이 {short}자리이고 나머지는 {long}자리입니다. 앞자리 0이 사라진 것으로 보입니다.</translation>
    </message>
    <message>
        <source>{count:,} crossings could not be resolved: their lines lie almost on each other.</source>
        <translation>교차 {count:,}곳은 선이 거의 겹쳐 있어 나누지 못했습니다.</translation>
    </message>
    <message>
        <source>{count:,} curved shapes turned into segments</source>
        <translation>곡선 도형 {count:,}개를 선분으로 변환</translation>
    </message>
    <message>
        <source>{count:,} dates could not be read.</source>
        <translation>읽을 수 없는 날짜 {count:,}건.</translation>
    </message>
    <message>
        <source>{count:,} dates outside the years 1678 to 2261 set to NULL</source>
        <translation>1678~2261년을 벗어난 날짜 {count:,}개를 NULL로 처리</translation>
    </message>
    <message>
        <source>{count:,} demand places lie in no zone; they have a score but count in no row of the zones.</source>
        <translation>장소 {count:,}개가 어느 구역에도 속하지 않습니다. 점수는 산정하지만 구역별 집계에는 포함하지 않습니다.</translation>
    </message>
    <message>
        <source>{count:,} demand rows are served by no site; they are listed in UNSERVED.</source>
        <translation>수요 {count:,}행은 어느 시설도 이용하지 못합니다. UNSERVED에 목록이 있습니다.</translation>
    </message>
    <message>
        <source>{count:,} demand rows could not be served by any allowed site.</source>
        <translation>수요 {count:,}행은 열 수 있는 어느 시설도 이용할 수 없습니다.</translation>
    </message>
    <message>
        <source>{count:,} demands have no allowed site within {radius:g}; the first is demand {row}. Raise the radius, add candidates there, or leave these demands out.</source>
        <translation>수요 {count:,}곳은 {radius:g} 이내에 설치할 수 있는 후보지가 없습니다. 첫 번째는 수요 {row}입니다. 반경을 늘리거나 그곳에 후보지를 추가하거나 해당 수요를 제외하십시오.</translation>
    </message>
    <message>
        <source>{count:,} invalid polygons repaired</source>
        <translation>오류가 있는 폴리곤 {count:,}개를 고쳐서 사용</translation>
    </message>
    <message>
        <source>{count:,} multipoints taken at their center</source>
        <translation>멀티포인트 {count:,}개를 중심점으로 처리</translation>
    </message>
    <message>
        <source>{count:,} neighbors are not among the {places:,} places.</source>
        <translation>이웃 {count:,}개가 장소 {places:,}곳에 없습니다.</translation>
    </message>
    <message>
        <source>{count:,} of {zones:,} zones lie more than {farthest:,.0f} m from every street: they have no measures along streets.</source>
        <translation>구역 {zones:,}개 중 {count:,}개가 모든 도로에서 {farthest:,.0f} m보다 멀어 도로 지표가 없습니다.</translation>
    </message>
    <message>
        <source>{count:,} places asked about are too far from any scored place.</source>
        <translation>문의 장소 {count:,}곳은 평가한 장소에서 너무 멀리 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>{count:,} places have a class that the training places did not have. They count as outside.</source>
        <translation>{count:,}곳에 학습 지점에 없던 분류값이 있어 영역 밖으로 보았습니다.</translation>
    </message>
    <message>
        <source>{count:,} places have a class that the training places did not have: outside the area of applicability.</source>
        <translation>{count:,}곳에 학습 지점에 없던 분류값이 있어 적용 가능 영역 밖으로 처리했습니다.</translation>
    </message>
    <message>
        <source>{count:,} places have no neighbors and were not tested.</source>
        <translation>장소 {count:,}곳은 이웃이 없어 검정하지 않았습니다.</translation>
    </message>
    <message>
        <source>{count:,} places have no usable coordinates.</source>
        <translation>장소 {count:,}곳의 좌표를 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>{count:,} probabilities do not lie between 0 and 1.</source>
        <translation>확률 {count:,}개가 0과 1 사이에 있지 않습니다.</translation>
    </message>
    <message>
        <source>{count:,} rows ({percent:.1f} %) are masked (* or N/A): hidden or unknown, not 0.</source>
        <translation>{count:,}개 행({percent:.1f} %)이 가려져 있습니다(* 또는 N/A). 0이 아니라 비공개 또는 미상입니다.</translation>
    </message>
    <message>
        <source>{count:,} rows ({percent:.1f} %) have no value, {blank:,} of them only blanks.</source>
        <translation>{count:,}개 행({percent:.1f} %)에 값이 없습니다(공백만 있는 행 {blank:,}개 포함).</translation>
    </message>
    <message>
        <source>{count:,} rows lie in this very place.</source>
        <translation>{count:,}개 행이 정확히 같은 위치에 있습니다.</translation>
    </message>
    <message>
        <source>{count:,} rows of counts belong to no zone (for example {codes}): their people are unallocated.</source>
        <translation>인구 자료의 {count:,}개 행(예: {codes})에 해당하는 구역이 없어 미배분 인구로 기록하였습니다.</translation>
    </message>
    <message>
        <source>{count:,} rows of the inventory have no value in some factor and were left out.</source>
        <translation>발생 자료 {count:,}행은 값이 없는 요인이 있어 제외했습니다.</translation>
    </message>
    <message>
        <source>{count:,} services have nobody within reach.</source>
        <translation>시설 {count:,}개에는 도달 가능한 인구가 없습니다.</translation>
    </message>
    <message>
        <source>{count:,} services stand on the spot of another one and count separately.</source>
        <translation>시설 {count:,}개가 다른 시설과 같은 위치에 있으며 각각 계산했습니다.</translation>
    </message>
    <message>
        <source>{count:,} sites lie in no zone: the limits per zone say nothing of them.</source>
        <translation>시설 {count:,}곳은 어느 구역에도 속하지 않아 구역별 제한이 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>{count:,} smaller areas are in the layer.</source>
        <translation>나머지 작은 지역 {count:,}개는 레이어에 있습니다.</translation>
    </message>
    <message>
        <source>{count:,} stretches of street may be walked along but not crossed.</source>
        <translation>도로 구간 {count:,}개는 따라 걸을 수 있으나 건널 수 없습니다.</translation>
    </message>
    <message>
        <source>{count:,} targets have a negative weight. Weights are numbers from 0.</source>
        <translation>배분 대상 {count:,}개의 가중치가 음수입니다. 가중치는 0 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>{count:,} targets have no weight and got nobody.</source>
        <translation>가중치가 없는 대상 {count:,}개에는 인구를 배분하지 않았습니다.</translation>
    </message>
    <message>
        <source>{count:,} tests were still open at the limit: their p-values may be smaller.</source>
        <translation>검정 {count:,}건은 추출 한도까지 끝나지 않았습니다. 실제 p값은 더 작을 수 있습니다.</translation>
    </message>
    <message>
        <source>{count:,} texts begin or end with a blank.</source>
        <translation>텍스트 {count:,}건의 앞이나 뒤에 공백이 있습니다.</translation>
    </message>
    <message>
        <source>{count:,} texts hold line ends, tabs or invisible characters.</source>
        <translation>텍스트 {count:,}건에 줄바꿈, 탭 또는 보이지 않는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>{count:,} times stand more than once at the same place, for example {time} at &apos;{place}&apos;. One row per place and time is needed: sum them up first, or choose another place field.</source>
        <translation>같은 장소에 같은 시점이 두 번 이상 있습니다({count:,}건, 예: 장소 &apos;{place}&apos;의 시점 {time}). 장소와 시점마다 한 행이어야 하므로 먼저 합산하거나 다른 장소 필드를 선택하십시오.</translation>
    </message>
    <message>
        <source>{count:,} totals cannot be met by hidden counts within their range: the range, or the totals, may be wrong.</source>
        <translation>비공개 값을 범위 안에서 어떻게 정해도 맞출 수 없는 합계가 {count:,}개 있습니다. 비공개 값의 범위와 합계를 확인하십시오.</translation>
    </message>
    <message>
        <source>{count:,} units without a known total were left out.</source>
        <translation>합계를 알 수 없는 {count:,}개 구역은 제외하였습니다.</translation>
    </message>
    <message>
        <source>{count:,} values are about {factor:g} times the others: another unit?</source>
        <translation>값 {count:,}건이 나머지의 약 {factor:g}배입니다. 단위가 다른지 확인하십시오.</translation>
    </message>
    <message>
        <source>{count:,} values are missing or no numbers.</source>
        <translation>값 {count:,}개가 비어 있거나 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>{count:,} values are numbers with their unit in the same cell.</source>
        <translation>값 {count:,}건에 숫자와 단위가 함께 들어 있습니다.</translation>
    </message>
    <message>
        <source>{count:,} values of &apos;{name}&apos; are below 0 or no numbers.</source>
        <translation>&apos;{name}&apos; 값 {count:,}개가 음수이거나 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>{count:,} values that do not fit the type of their field set to NULL</source>
        <translation>필드 유형에 맞지 않는 값 {count:,}개를 NULL로 처리</translation>
    </message>
    <message>
        <source>{count:,} weights between neighbors are negative or no numbers.</source>
        <translation>이웃 가중치 {count:,}개가 음수이거나 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>{count:,} weights of distance are below 0 or no numbers.</source>
        <translation>거리 가중치 {count:,}개가 음수이거나 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>{count:,} zones are too far from every street and have no measures along streets.</source>
        <translation>구역 {count:,}개는 모든 도로에서 너무 멀어 도로 지표가 없습니다.</translation>
    </message>
    <message>
        <source>{count:,} zones have no row of counts (for example {codes}): nobody was put there.</source>
        <translation>{count:,}개 구역(예: {codes})은 인구 자료에 행이 없어 인구를 배분하지 않았습니다.</translation>
    </message>
    <message>
        <source>{count:,} zones have several rows of counts (for example {codes}). Leave one row per zone: filter to one month, day or hour, or name the column of items (ITEM_FIELD).</source>
        <translation>{count:,}개 구역(예: {codes})에 인구 자료가 여러 행 있습니다. 한 달, 하루, 한 시간대만 남겨 구역마다 한 행이 되게 하거나 항목 필드(ITEM_FIELD)를 지정하십시오.</translation>
    </message>
    <message>
        <source>{count} reviewed pairs contradict other reviewed pairs (rows counted over all registers): {pairs}.</source>
        <translation>검토된 쌍 {count}개가 다른 검토 결과와 모순됩니다(행 번호는 모든 등록부를 이어서 센 번호): {pairs}.</translation>
    </message>
    <message>
        <source>{count} test folds hold one class only: they have no AUROC and are left out of the mean.</source>
        <translation>시험 폴드 {count}개는 한 유형뿐이어서 AUROC가 없으며 평균에서 제외했습니다.</translation>
    </message>
    <message>
        <source>{count} value fields are too few for a trend; give one, or at least {needed} in order of time.</source>
        <translation>값 필드 {count}개로는 추세를 볼 수 없습니다. 하나만 지정하거나 시간 순서로 {needed}개 이상 지정하십시오.</translation>
    </message>
    <message>
        <source>{demands:,} demand rows x {sites:,} sites = {pairs:,} pairs are too many; {most:,} are possible. Join the demand into cells of 100 m (the mean error is then below half a cell), take fewer candidates, or, for models with a radius, give a cutoff.</source>
        <translation>수요 {demands:,}행 × 시설 {sites:,}곳 = {pairs:,}쌍으로 너무 많습니다(최대 {most:,}쌍). 수요를 100 m 격자로 합치거나(평균 오차는 격자 반 칸보다 작음), 후보지를 줄이거나, 반경을 쓰는 모델에서는 최대 비용을 지정하십시오.</translation>
    </message>
    <message>
        <source>{demands:,} demands can be served by no allowed site; the first is demand {row}. Raise the limit of the cost, or leave them out.</source>
        <translation>수요 {demands:,}곳은 허용된 어느 시설로도 갈 수 없습니다. 첫 번째는 수요 {row}번입니다. 비용 한도를 높이거나 해당 수요를 제외하십시오.</translation>
    </message>
    <message>
        <source>{disagreements:,} records carry the code of another zone than the one they lie in (the code was followed); {unknown:,} carry a code that no zone has (their position was followed, if they have one).</source>
        <translation>구역 코드와 실제 위치의 구역이 다른 자료 {disagreements:,}건은 코드를 따랐습니다. 구역에 없는 코드를 가진 자료 {unknown:,}건은 위치가 있으면 위치를 따랐습니다.</translation>
    </message>
    <message>
        <source>{distance:,.0f} m outside the district.</source>
        <translation>구 경계에서 {distance:,.0f} m 벗어나 있습니다.</translation>
    </message>
    <message>
        <source>{distance:,.0f} m; at most {farthest:,.0f} m</source>
        <translation>{distance:,.0f} m(최대 {farthest:,.0f} m)</translation>
    </message>
    <message>
        <source>{edges:,} streets begin or end at a crossing that does not exist.</source>
        <translation>도로 {edges:,}개의 시작점이나 끝점이 없는 교차점을 가리킵니다.</translation>
    </message>
    <message>
        <source>{edges:,} streets have a cost that is not above 0.</source>
        <translation>도로 {edges:,}개의 통행 비용이 0 이하입니다.</translation>
    </message>
    <message>
        <source>{edges:,} streets have no length.</source>
        <translation>도로 {edges:,}개의 길이가 0입니다.</translation>
    </message>
    <message>
        <source>{features} features were measured for {zones:,} zones.</source>
        <translation>구역 {zones:,}개에 대하여 지표 {features}개를 산출하였습니다.</translation>
    </message>
    <message>
        <source>{fields} compared fields are too many. Leave some of the further fields out.</source>
        <translation>비교 필드 {fields}개는 너무 많습니다. 추가 필드를 일부 줄이십시오.</translation>
    </message>
    <message>
        <source>{field} (register)</source>
        <translation>{field}(대장)</translation>
    </message>
    <message>
        <source>{field} ({layer})</source>
        <translation>{field}({layer})</translation>
    </message>
    <message>
        <source>{files:,} files, {read:,} rows read: {imported:,} imported, {rejected:,} left out.</source>
        <translation>파일 {files:,}개에서 {read:,}행을 읽어 {imported:,}행을 불러오고 {rejected:,}행을 제외하였습니다.</translation>
    </message>
    <message>
        <source>{file} has {columns:,} columns; at most {limit:,} can be stored. Keep those you need.</source>
        <translation>{file}의 열이 {columns:,}개입니다. 최대 {limit:,}개까지 저장할 수 있으므로 필요한 열만 남기십시오.</translation>
    </message>
    <message>
        <source>{file} holds the columns only: this format has no shapes. Choose GeoPackage to see them on a map.</source>
        <translation>{file} 파일에는 속성만 저장됩니다. 이 형식은 도형을 저장하지 못하므로 지도에 표시하려면 GeoPackage를 선택하십시오.</translation>
    </message>
    <message>
        <source>{file} is not of the kind &apos;{schema}&apos;: it has no column {missing}. Its columns: {found}. Use PROFILE=auto.</source>
        <translation>{file}은(는) &apos;{schema}&apos; 종류가 아닙니다. {missing} 열이 없습니다. 파일의 열: {found}. PROFILE=auto를 사용하십시오.</translation>
    </message>
    <message>
        <source>{file} was not imported: {reason}</source>
        <translation>{file}을(를) 불러오지 못했습니다: {reason}</translation>
    </message>
    <message>
        <source>{file}: all rows were filtered out. Check DISTRICT_CODE, DISTRICT and OPEN_ONLY.</source>
        <translation>{file}: 모든 행이 걸러졌습니다. 시군구 코드, 구 경계, &apos;영업 중인 업소만&apos; 설정을 확인하십시오.</translation>
    </message>
    <message>
        <source>{file}: could also be {others}. If so, choose it under PROFILE.</source>
        <translation>{file}: {others}일 수도 있습니다. 그렇다면 PROFILE에서 선택하십시오.</translation>
    </message>
    <message>
        <source>{file}: declares {declared}, its texts are {found}; read as that.</source>
        <translation>{file}: {declared}(으)로 적혀 있으나 실제 문자는 {found}이므로 그것으로 읽었습니다.</translation>
    </message>
    <message>
        <source>{file}: has no .dbf, so it has shapes only.</source>
        <translation>{file}: .dbf가 없어 도형만 있습니다.</translation>
    </message>
    <message>
        <source>{file}: has no .prj that can be read; the CRS was looked for by the coordinates.</source>
        <translation>{file}: 읽을 수 있는 .prj가 없어 좌표 값으로 좌표계를 찾았습니다.</translation>
    </message>
    <message>
        <source>{file}: holds a macro, which was not run.</source>
        <translation>{file}: 매크로가 들어 있으나 실행하지 않았습니다.</translation>
    </message>
    <message>
        <source>{file}: in no CRS do its coordinates lie in the district ({tested:,} rows tried in {tried}). Check DISTRICT or DISTRICT_CODE, or choose the CRS.</source>
        <translation>{file}: 어떤 좌표계로도 좌표가 구 안에 놓이지 않습니다({tested:,}행을 {tried}(으)로 확인). DISTRICT나 DISTRICT_CODE를 확인하거나 좌표계를 지정하십시오.</translation>
    </message>
    <message>
        <source>{file}: its .shx is missing and was made up.</source>
        <translation>{file}: .shx가 없어 새로 만들어 읽었습니다.</translation>
    </message>
    <message>
        <source>{file}: its coordinates fit {choices} alike, which lie some hundred meters apart. Choose one under CRS; compare with buildings whose place you know.</source>
        <translation>{file}: 좌표가 {choices}에 모두 맞으며 서로 수백 미터 차이가 납니다. 위치를 아는 건물과 비교하여 좌표계를 지정하십시오.</translation>
    </message>
    <message>
        <source>{file}: line ends of several systems, all understood.</source>
        <translation>{file}: 여러 종류의 줄바꿈이 섞여 있으나 모두 읽었습니다.</translation>
    </message>
    <message>
        <source>{file}: marked as UTF-8, but its bytes are {encoding}; read as that.</source>
        <translation>{file}: UTF-8 표시가 있으나 실제로는 {encoding}이므로 그것으로 읽었습니다.</translation>
    </message>
    <message>
        <source>{file}: most of its rows were left out, {rows:,} of {read:,} because of: {reason}.</source>
        <translation>{file}: 대부분의 행이 제외되었습니다. {read:,}행 중 {rows:,}행의 사유: {reason}.</translation>
    </message>
    <message>
        <source>{file}: no row with column names was found in the first rows. Delete what stands above the table, or choose the kind of file under PROFILE.</source>
        <translation>{file}: 앞부분에서 열 이름 행을 찾지 못했습니다. 표 위의 내용을 지우거나 PROFILE에서 자료 종류를 선택하십시오.</translation>
    </message>
    <message>
        <source>{file}: nothing tells the CRS of its coordinates. Choose it under CRS.</source>
        <translation>{file}: 좌표계를 알 수 있는 정보가 없습니다. CRS에서 좌표계를 지정하십시오.</translation>
    </message>
    <message>
        <source>{file}: read as {encoding}; check whether its texts look right.</source>
        <translation>{file}: {encoding}(으)로 읽었습니다. 글자가 올바른지 확인하십시오.</translation>
    </message>
    <message>
        <source>{file}: read {read:,} rows = {where} {imported:,} + left out {rejected:,}</source>
        <translation>{file}: 읽음 {read:,}행 = {where} {imported:,} + 제외 {rejected:,}</translation>
    </message>
    <message>
        <source>{file}: the JSON breaks off; what stands before was read.</source>
        <translation>{file}: JSON이 중간에 끊겨 그 앞까지 읽었습니다.</translation>
    </message>
    <message>
        <source>{file}: the sheet {sheet} is hidden; imported all the same.</source>
        <translation>{file}: 숨겨진 시트 {sheet}도 불러왔습니다.</translation>
    </message>
    <message>
        <source>{file}: {count:,} byte order marks inside the file were removed.</source>
        <translation>{file}: 파일 안의 BOM {count:,}개를 제거하였습니다.</translation>
    </message>
    <message>
        <source>{file}: {count:,} formulas; the values saved with them were taken.</source>
        <translation>{file}: 수식 {count:,}개는 함께 저장된 값을 사용하였습니다.</translation>
    </message>
    <message>
        <source>{file}: {count:,} merged ranges, filled with their value.</source>
        <translation>{file}: 병합된 셀 {count:,}곳을 그 값으로 채웠습니다.</translation>
    </message>
    <message>
        <source>{file}: {count:,} records marked as deleted were passed over.</source>
        <translation>{file}: 삭제 표시된 {count:,}행은 건너뛰었습니다.</translation>
    </message>
    <message>
        <source>{file}: {count:,} rows had fewer cells than the header; filled up with empty ones.</source>
        <translation>{file}: 제목 행보다 셀이 적은 {count:,}행은 빈 셀로 채웠습니다.</translation>
    </message>
    <message>
        <source>{file}: {count:,} rows with loose quotation marks were mended.</source>
        <translation>{file}: 따옴표가 잘못된 {count:,}행을 바로잡아 읽었습니다.</translation>
    </message>
    <message>
        <source>{file}: {kind}</source>
        <translation>{file}: {kind}</translation>
    </message>
    <message>
        <source>{file}: {read} rows were read, but {imported} imported, {rejected} left out and {filtered} filtered out. Nothing was written; please report this.</source>
        <translation>{file}: {read}행을 읽었으나 불러옴 {imported}, 제외 {rejected}, 걸러냄 {filtered}로 합계가 맞지 않습니다. 아무것도 저장하지 않았습니다. 이 내용을 알려 주십시오.</translation>
    </message>
    <message>
        <source>{filtered:,} rows of other districts or closed businesses were not asked for.</source>
        <translation>다른 자치구의 행과 영업 중이 아닌 업소 등 {filtered:,}행은 요청하지 않은 자료로 걸러냈습니다.</translation>
    </message>
    <message>
        <source>{first} and {second} are needed together: one row per place and time.</source>
        <translation>{first}, {second} 둘 다 필요합니다: 장소와 시점마다 한 행.</translation>
    </message>
    <message>
        <source>{folder} cannot be read: {reason}</source>
        <translation>{folder} 폴더를 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{folder} cannot be written to: {reason}</source>
        <translation>{folder} 폴더에 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{folder} holds something else. Give a new or empty folder.</source>
        <translation>{folder} 폴더에 다른 것이 들어 있습니다. 새 폴더나 빈 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>{folder} was changed meanwhile.</source>
        <translation>작업하는 동안 {folder} 폴더의 내용이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>{have} of {times} times</source>
        <translation>{times}개 시점 중 {have}개</translation>
    </message>
    <message>
        <source>{homes:,} of {targets:,} targets are residential.</source>
        <translation>배분 대상 {targets:,}개 중 주거용은 {homes:,}개입니다.</translation>
    </message>
    <message>
        <source>{issues:,} findings in {rows:,} rows of {fields} fields: {errors:,} errors, {warnings:,} warnings, {notes:,} notes. Rows without an error: {share:g} %.</source>
        <translation>{rows:,}개 행, {fields}개 필드에서 {issues:,}건을 찾았습니다: 오류 {errors:,}건, 경고 {warnings:,}건, 참고 {notes:,}건. 오류가 없는 행: {share:g} %.</translation>
    </message>
    <message>
        <source>{joined:,} of {read:,} rows have a building polygon.</source>
        <translation>{read:,}행 중 {joined:,}행에 건물 폴리곤을 결합했습니다.</translation>
    </message>
    <message>
        <source>{label} within {radius:,} m: how many of the shortest ways between places that far apart run along the street. It is a potential for through movement by the shape of the network, no number of people.</source>
        <translation>{radius:,}m 안의 {label}: 그만큼 떨어진 곳 사이의 최단 경로가 그 도로를 얼마나 지나는지를 나타냅니다. 가로망의 형태에서 나온 통과 잠재력이며 사람 수가 아닙니다.</translation>
    </message>
    <message>
        <source>{label} {value:,.1f}, number {rank:,} of {count:,} segments; reach {reach:,.0f} within {radius:,} m</source>
        <translation>{label} {value:,.1f}, {count:,}구간 중 {rank:,}위, {radius:,}m 안의 도달 {reach:,.0f}</translation>
    </message>
    <message>
        <source>{landmark} ({distance:.0f} m)</source>
        <translation>{landmark}({distance:.0f} m)</translation>
    </message>
    <message>
        <source>{layer} ({rows} rows)</source>
        <translation>{layer}({rows}행)</translation>
    </message>
    <message>
        <source>{layer} by foot, weighted by nearness (Gaussian)</source>
        <translation>걷는 거리로 가중한 {layer}(가우스)</translation>
    </message>
    <message>
        <source>{layer} by foot, weighted by nearness (quartic)</source>
        <translation>걷는 거리로 가중한 {layer}(4차)</translation>
    </message>
    <message>
        <source>{layer} has no geometry and no field called as the zone code field: it was not used.</source>
        <translation>&apos;{layer}&apos; 레이어에는 도형이 없고 구역 코드 필드와 이름이 같은 필드도 없어 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>{layer} per km2</source>
        <translation>㎢당 {layer}</translation>
    </message>
    <message>
        <source>{layer}, weighted by nearness (Gaussian)</source>
        <translation>{layer} 거리 가중 합계(가우스 커널)</translation>
    </message>
    <message>
        <source>{layer}, weighted by nearness (quartic)</source>
        <translation>{layer} 거리 가중 합계(4차 커널)</translation>
    </message>
    <message>
        <source>{layer}: no column with names was found, so that its rows cannot be recognized elsewhere: each stays by itself. Name the column under advanced parameters if there is one.</source>
        <translation>{layer}: 상호(이름) 열을 찾지 못하여 다른 대장에서 같은 업소를 찾을 수 없고, 행마다 따로 둡니다. 이름 열이 있으면 고급 매개변수에 적으십시오.</translation>
    </message>
    <message>
        <source>{layer}: people from the field &apos;{field}&apos;.</source>
        <translation>{layer}: &apos;{field}&apos; 필드의 사람 수를 씁니다.</translation>
    </message>
    <message>
        <source>{layer}: read {read} rows = used {used} + left out {rejected}</source>
        <translation>{layer}: 읽은 행 {read} = 사용 {used} + 제외 {rejected}</translation>
    </message>
    <message>
        <source>{layer}: {count:,} candidates are out: {rule} ({alone:,} by this rule alone).</source>
        <translation>{layer}: 후보지 {count:,}곳 제외: {rule}(이 조건만으로 {alone:,}곳).</translation>
    </message>
    <message>
        <source>{layer}: {count:,} dates could not be read and are treated as unknown.</source>
        <translation>{layer}: 날짜 {count:,}개를 읽을 수 없어 모르는 값으로 처리합니다.</translation>
    </message>
    <message>
        <source>{layer}: {count:,} ids of the field &apos;{field}&apos; occur more than once, for example {first}.</source>
        <translation>{layer}: &apos;{field}&apos; 필드의 ID {count:,}개가 두 번 이상 나옵니다. 예: {first}.</translation>
    </message>
    <message>
        <source>{layer}: {count:,} missing values count as 0.</source>
        <translation>{layer}: 빈 값 {count:,}개를 0으로 보았습니다.</translation>
    </message>
    <message>
        <source>{layer}: {count:,} of {rows:,} rows have no weight, or one below 0, and were left out.</source>
        <translation>{layer}: {rows:,}행 중 {count:,}행은 가중치가 없거나 음수여서 제외했습니다.</translation>
    </message>
    <message>
        <source>{layer}: {count:,} of {rows:,} rows left out: {reason}.</source>
        <translation>{layer}: {rows:,}행 중 {count:,}행 제외: {reason}.</translation>
    </message>
    <message>
        <source>{layer}: {count:,} of {rows:,} rows lie more than {farthest:,.0f} m from every street.</source>
        <translation>{layer}: {rows:,}개 행 중 {count:,}개가 모든 도로에서 {farthest:,.0f} m보다 멉니다.</translation>
    </message>
    <message>
        <source>{layer}: {count:,} rows lie elsewhere than the first row of their place, which was taken.</source>
        <translation>{layer}: {count:,}개 행의 위치가 같은 장소의 첫 행과 다릅니다. 첫 행의 위치를 사용했습니다.</translation>
    </message>
    <message>
        <source>{layer}: {count:,} rows without people take no part.</source>
        <translation>{layer}: 사람이 없는 {count:,}행은 제외합니다.</translation>
    </message>
    <message>
        <source>{layer}: {rows:,} rows. {used}</source>
        <translation>{layer}: {rows:,}행. {used}</translation>
    </message>
    <message>
        <source>{left:,} of {cells:,} have no prediction, because a factor has no value there.</source>
        <translation>{cells:,}곳 중 {left:,}곳은 요인 값이 없어 예측하지 않았습니다.</translation>
    </message>
    <message>
        <source>{level}, known from one address only</source>
        <translation>{level}(기준 주소 1건)</translation>
    </message>
    <message>
        <source>{low} ({low_value:g}) must not be above {high} ({high_value:g}).</source>
        <translation>{low}({low_value:g})은(는) {high}({high_value:g})보다 클 수 없습니다.</translation>
    </message>
    <message>
        <source>{low} is above {high}.</source>
        <translation>{low}이(가) {high}보다 큽니다.</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low}~{high}</translation>
    </message>
    <message>
        <source>{made} folds were made instead of {asked}: there are not more different places or events.</source>
        <translation>서로 다른 위치나 사건이 모자라 폴드를 {asked}개가 아닌 {made}개 만들었습니다.</translation>
    </message>
    <message>
        <source>{meters} m apart</source>
        <translation>거리 {meters} m</translation>
    </message>
    <message>
        <source>{model}, learned from {events:,} events and {absences:,} places without. Held out by {method}, it puts an event above another place in {auroc:.0%} of cases (AUROC {auroc:.3f}; 95 % interval {low:.3f} to {high:.3f}). Random folds would have said {random:.3f} ({optimism:+.3f}).</source>
        <translation>{model}, 발생 {events:,}건과 미발생 {absences:,}곳으로 학습했습니다. 떼어 두는 방법 &apos;{method}&apos;(으)로 시험하면 발생 지점에 미발생 지점보다 높은 점수를 주는 경우가 {auroc:.0%}입니다(AUROC {auroc:.3f}, 95% 구간 {low:.3f} ~ {high:.3f}). 무작위로 나누었다면 {random:.3f}로 보였을 것입니다({optimism:+.3f}).</translation>
    </message>
    <message>
        <source>{model}: {count:,} new sites were chosen among {candidates:,} candidates for {demand:,} demand rows.</source>
        <translation>{model}: 수요 {demand:,}행에 대하여 후보지 {candidates:,}곳 중 신규 시설 {count:,}곳을 선정했습니다.</translation>
    </message>
    <message>
        <source>{name} cannot be opened ({problem}). Close it in other programs and try again.</source>
        <translation>{name}을(를) 열 수 없습니다({problem}). 다른 프로그램에서 닫은 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>{name} could not be written to {where}. The table there may have been changed or removed. Files have stayed as they were.</source>
        <translation>{name} 결과를 저장하지 못하였습니다({where}). 해당 테이블이 변경되었거나 삭제되었을 수 있습니다. 파일은 변경되지 않았습니다.</translation>
    </message>
    <message>
        <source>{name} could not be written to {where}: the disk may be full, the folder read-only or the format unable to hold it. Nothing that was there has been changed.</source>
        <translation>{name} 결과를 저장하지 못하였습니다({where}). 디스크 용량, 폴더의 쓰기 권한, 파일 형식을 확인하십시오. 기존 파일은 변경되지 않았습니다.</translation>
    </message>
    <message>
        <source>{name} could not be written: the disk may be full.</source>
        <translation>{name}을(를) 저장하지 못했습니다. 디스크가 가득 찼을 수 있습니다.</translation>
    </message>
    <message>
        <source>{name} has a password ({member}). Unpack it with the password and choose the folder.</source>
        <translation>{name}에 암호가 걸려 있습니다({member}). 암호로 압축을 푼 뒤 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>{name} has a password. Open it in Excel and save it without one.</source>
        <translation>{name}에 암호가 걸려 있습니다. 엑셀에서 열어 암호 없이 저장하십시오.</translation>
    </message>
    <message>
        <source>{name} has no value above 0 in any zone. Does &apos;{layer}&apos; cover the district?</source>
        <translation>{name}: 모든 구역에서 값이 0이거나 없습니다. &apos;{layer}&apos; 레이어가 구 전체를 포함하는지 확인하십시오.</translation>
    </message>
    <message>
        <source>{name} has the same content as {first} and was not read again.</source>
        <translation>{name}은(는) {first}와(과) 내용이 같아 다시 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>{name} holds a path that leads out of it ({member}) and was refused. Do not open it; ask where it comes from.</source>
        <translation>{name}에 바깥 폴더로 나가는 경로({member})가 있어 거부하였습니다. 열지 말고 출처를 확인하십시오.</translation>
    </message>
    <message>
        <source>{name} holds more than {limit:,} files. Choose a smaller folder.</source>
        <translation>{name}에 파일이 {limit:,}개보다 많습니다. 더 작은 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>{name} holds no file that can be imported. CSV, TXT, JSON, XLSX, ODS, ZIP and vector files can be. Skipped: {count}.</source>
        <translation>{name}에 불러올 수 있는 파일이 없습니다. CSV, TXT, JSON, XLSX, ODS, ZIP, 벡터 파일을 불러올 수 있습니다. 건너뜀: {count}.</translation>
    </message>
    <message>
        <source>{name} is a Hangul document. Copy its table into Excel and save that as XLSX.</source>
        <translation>{name}은(는) 한글 문서입니다. 표를 엑셀에 복사하여 XLSX로 저장하십시오.</translation>
    </message>
    <message>
        <source>{name} is a binary Excel file. Save it as &apos;Excel workbook (*.xlsx)&apos;.</source>
        <translation>{name}은(는) 이진 형식의 엑셀 파일입니다. &apos;Excel 통합 문서(*.xlsx)&apos;로 저장하십시오.</translation>
    </message>
    <message>
        <source>{name} is a result of this algorithm and was not read.</source>
        <translation>{name}은(는) 이 도구의 결과이므로 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>{name} is a web page, whatever its ending says. Open it in Excel and save it as XLSX.</source>
        <translation>{name}은(는) 확장자와 달리 웹 페이지입니다. 엑셀에서 열어 XLSX로 저장하십시오.</translation>
    </message>
    <message>
        <source>{name} is an old Excel file. Open it in Excel and save it as &apos;Excel workbook (*.xlsx)&apos;.</source>
        <translation>{name}은(는) 구형 엑셀 파일입니다. 엑셀에서 열어 &apos;Excel 통합 문서(*.xlsx)&apos;로 저장하십시오.</translation>
    </message>
    <message>
        <source>{name} is damaged ({problem}). Download it again.</source>
        <translation>{name}이(가) 손상되었습니다({problem}). 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{name} is empty. Download it again.</source>
        <translation>{name}이(가) 비어 있습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{name} is no JSON with records. Download it again, or as CSV.</source>
        <translation>{name}은(는) 레코드가 있는 JSON이 아닙니다. 다시 내려받거나 CSV로 내려받으십시오.</translation>
    </message>
    <message>
        <source>{name} is no complete ZIP file. Download it again.</source>
        <translation>{name}은(는) 온전한 ZIP 파일이 아닙니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{name} is no text, whatever its ending says. Download it again, or save it as CSV or XLSX.</source>
        <translation>{name}은(는) 확장자와 달리 텍스트가 아닙니다. 다시 내려받거나 CSV 또는 XLSX로 저장하십시오.</translation>
    </message>
    <message>
        <source>{name} must be above 0; given: {value}.</source>
        <translation>{name} 값은 0보다 커야 합니다(입력값: {value}).</translation>
    </message>
    <message>
        <source>{name} would unpack to {ratio:,} times its size (limit {limit:,}) and was refused. Unpack it yourself if you trust it, and choose the folder.</source>
        <translation>{name}은(는) 풀면 {ratio:,}배로 커져(한도 {limit:,}배) 거부하였습니다. 믿을 수 있는 파일이면 직접 압축을 푼 뒤 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>{name}: a ZIP in a ZIP in a ZIP is not opened. Unpack it and choose the folder.</source>
        <translation>{name}: 여러 겹으로 압축된 ZIP은 열지 않습니다. 압축을 푼 뒤 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>{name}: its encoding cannot be told, neither UTF-8 nor CP949 fit. Save it as CSV UTF-8.</source>
        <translation>{name}: UTF-8도 CP949도 아니어서 인코딩을 알 수 없습니다. &apos;CSV UTF-8&apos;로 저장하십시오.</translation>
    </message>
    <message>
        <source>{name}: no value</source>
        <translation>{name}: 값 없음</translation>
    </message>
    <message>
        <source>{name}: there is no room for a temporary copy of {need:,} bytes.</source>
        <translation>{name}: 임시 사본 {need:,}바이트를 저장할 공간이 없습니다.</translation>
    </message>
    <message>
        <source>{name}: this kind of file cannot be imported. Save it as CSV or XLSX.</source>
        <translation>{name}: 이 종류의 파일은 불러올 수 없습니다. CSV 또는 XLSX로 저장하십시오.</translation>
    </message>
    <message>
        <source>{name}: unpack it and choose the folder, or pack it as ZIP.</source>
        <translation>{name}: 압축을 푼 뒤 폴더를 지정하거나 ZIP으로 다시 압축하십시오.</translation>
    </message>
    <message>
        <source>{name}: {member} is packed in a way that cannot be read. Unpack it and choose the folder.</source>
        <translation>{name}: {member}의 압축 방식은 읽을 수 없습니다. 압축을 푼 뒤 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>{name}: {written} of {expected} rows were written. The disk may be full. Nothing that was there has been changed.</source>
        <translation>{name}: 전체 {expected}행 중 {written}행만 저장되었습니다. 디스크 용량을 확인하십시오. 기존 파일은 변경되지 않았습니다.</translation>
    </message>
    <message>
        <source>{number} from {low:g}</source>
        <translation>{low:g} 이상의 {number}</translation>
    </message>
    <message>
        <source>{number} from {low:g} to {high:g}</source>
        <translation>{low:g}~{high:g} 범위의 {number}</translation>
    </message>
    <message>
        <source>{one} and {other} go to the same file, {path}. Give each its own.</source>
        <translation>결과의 저장 파일이 서로 같습니다: {one}, {other}({path}). 서로 다른 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>{one} and {other} go to the same table, {table}. Give each its own.</source>
        <translation>결과의 저장 테이블이 서로 같습니다: {one}, {other}({table}). 서로 다른 테이블을 지정하십시오.</translation>
    </message>
    <message>
        <source>{one} lies in the folder {folder}, which {other} makes anew. Choose a place beside it.</source>
        <translation>{one}의 위치가 {other}에서 새로 만드는 폴더 {folder} 안에 있습니다. 폴더 밖의 위치를 지정하십시오.</translation>
    </message>
    <message>
        <source>{output} needs {input}; it was not made.</source>
        <translation>&apos;{output}&apos;을(를) 만들려면 &apos;{input}&apos;이(가) 필요합니다. 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>{output} would replace the file that {input} is read from, {path}. Choose another name.</source>
        <translation>결과 파일이 입력 파일을 덮어쓰게 됩니다: {output}, {input}({path}). 다른 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>{output} would replace the table that {input} is read from, {table}. Choose another name.</source>
        <translation>결과 테이블이 입력 테이블을 덮어쓰게 됩니다: {output}, {input}({table}). 다른 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>{output}: this model carries no area of applicability. Leave this output out.</source>
        <translation>{output}: 이 모델에는 적용 가능 영역 정보가 없습니다. 이 결과를 선택하지 마십시오.</translation>
    </message>
    <message>
        <source>{output}: this model carries no interval (it was not calibrated, or has too few blocks). Leave this output out.</source>
        <translation>{output}: 이 모델에는 예측 구간이 없습니다(보정하지 않았거나 구간을 정할 자료가 부족함). 이 결과를 선택하지 마십시오.</translation>
    </message>
    <message>
        <source>{parameter} is for the model pmedian only.</source>
        <translation>{parameter}은(는) pmedian 모델에서만 사용합니다.</translation>
    </message>
    <message>
        <source>{parameter} is missing.</source>
        <translation>{parameter}: 필수 항목이 비어 있습니다.</translation>
    </message>
    <message>
        <source>{parameter} is needed for the model {model}.</source>
        <translation>{model} 모델에는 {parameter}이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>{parameter} must be above 0.</source>
        <translation>{parameter}: 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>{parameter} needs {field}.</source>
        <translation>{parameter}에는 {field}이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>{parameter} needs {other} too.</source>
        <translation>{parameter}: &apos;{other}&apos;도 함께 지정해야 합니다.</translation>
    </message>
    <message>
        <source>{parameter} needs {zones}.</source>
        <translation>{parameter}에는 {zones}이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>{parameter} was not used: it has no meaning here.</source>
        <translation>{parameter}은(는) 여기서 의미가 없어 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>{parameter}, {rule}: there is no field &apos;{detail}&apos;.</source>
        <translation>{parameter}, {rule}: &apos;{detail}&apos; 필드가 없습니다.</translation>
    </message>
    <message>
        <source>{parameter}, {rule}: there is no variable &apos;@{detail}&apos;.</source>
        <translation>{parameter}, {rule}: &apos;@{detail}&apos; 변수가 없습니다.</translation>
    </message>
    <message>
        <source>{parameter}, {rule}: {detail}</source>
        <translation>{parameter}, {rule}: {detail}</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{ending}&apos; is no format that can be written here; use .gpkg, for example.</source>
        <translation>{parameter}: &apos;{ending}&apos; 형식으로는 저장할 수 없습니다. .gpkg와 같은 형식을 사용하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{layer}&apos; is no raster layer.</source>
        <translation>{parameter}: &apos;{layer}&apos; 레이어는 래스터 레이어가 아닙니다.</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{layer}&apos; is no raster. Give layers with fields as ZONES.</source>
        <translation>{parameter}: &apos;{layer}&apos;은(는) 래스터가 아닙니다. 필드가 있는 레이어는 ZONES에 입력하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{layer}&apos; is no vector layer.</source>
        <translation>{parameter}: &apos;{layer}&apos; 레이어는 벡터 레이어가 아닙니다.</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is no CRS that QGIS knows; give a code such as EPSG:5186.</source>
        <translation>{parameter}: &apos;{value}&apos; 좌표계는 QGIS에 없습니다. EPSG:5186과 같은 코드를 입력하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is no code of a district. Give the 5 digits of the district (30170) or the 7 of its authority (3660000).</source>
        <translation>{parameter}: &apos;{value}&apos;은(는) 시군구 코드가 아닙니다. 시군구 코드 5자리(30170)나 개방자치단체코드 7자리(3660000)를 쓰십시오.</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is no date; write it as 2026-03-01.</source>
        <translation>{parameter}: &apos;{value}&apos;은(는) 날짜가 아닙니다. 2026-03-01과 같이 입력하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is no layer that can be opened.</source>
        <translation>{parameter}: &apos;{value}&apos; 레이어를 열 수 없습니다.</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is none of: {known}.</source>
        <translation>{parameter}: &apos;{value}&apos;은(는) 다음 중에 없습니다: {known}.</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is not a possible value.</source>
        <translation>{parameter}: &apos;{value}&apos; 값은 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is not one of: {words}.</source>
        <translation>{parameter}: &apos;{value}&apos; 값은 사용할 수 없습니다. 사용할 수 있는 값: {words}</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is not possible; {needed} is needed.</source>
        <translation>{parameter}: &apos;{value}&apos; 값은 사용할 수 없습니다. 필요한 값: {needed}</translation>
    </message>
    <message>
        <source>{parameter}: a distance above 0 is needed.</source>
        <translation>{parameter}: 0보다 큰 거리가 필요합니다.</translation>
    </message>
    <message>
        <source>{parameter}: a field is given twice.</source>
        <translation>{parameter}: 같은 필드를 두 번 지정했습니다.</translation>
    </message>
    <message>
        <source>{parameter}: a share between 0 and 1 is needed, such as 0.02.</source>
        <translation>{parameter}: 0과 1 사이의 비율을 입력하십시오. 예: 0.02</translation>
    </message>
    <message>
        <source>{parameter}: at least one site is to be opened where none stands.</source>
        <translation>{parameter}: 기존 시설이 없으면 신규 시설을 하나 이상 열어야 합니다.</translation>
    </message>
    <message>
        <source>{parameter}: at least one site is to be opened.</source>
        <translation>{parameter}: 하나 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>{parameter}: choose a CRS with an EPSG code.</source>
        <translation>{parameter}: EPSG 코드가 있는 좌표계를 선택하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: give one to {most} whole numbers of meters from 1 to {largest:,}, separated by commas, such as 400,800,1600.</source>
        <translation>{parameter}: 1부터 {largest:,}까지의 정수(m)를 쉼표로 구분하여 1~{most}개 입력하십시오(예: 400,800,1600).</translation>
    </message>
    <message>
        <source>{parameter}: least and most of a hidden count are needed, such as 1-4.</source>
        <translation>{parameter}: 비공개 값의 최솟값과 최댓값을 1-4와 같이 입력하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: lengths in {crs} are wrong by more than 1 % where the district is to stand. Choose another CRS, or give the center.</source>
        <translation>{parameter}: 예제 자치구를 놓을 자리에서 {crs}의 길이 오차가 1%를 넘습니다. 다른 좌표계를 고르거나 중심점을 지정하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: numbers above 0 are needed, separated by commas.</source>
        <translation>{parameter}: 0보다 큰 수를 쉼표로 구분하여 입력하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: one factor only.</source>
        <translation>{parameter}: 요인 하나만 입력하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: one name for all layers is needed, or one for each of the {count} layers in order, separated by commas (empty: found by its name).</source>
        <translation>{parameter}: 모든 레이어에 공통인 열 이름 하나, 또는 레이어 {count}개의 순서대로 하나씩 쉼표로 구분하여 적으십시오(비우면 열 이름으로 찾음).</translation>
    </message>
    <message>
        <source>{parameter}: rasters are written as GeoTIFF; &apos;{ending}&apos; is not possible, use .tif.</source>
        <translation>{parameter}: 래스터는 GeoTIFF로 저장합니다. &apos;{ending}&apos; 형식은 쓸 수 없으니 .tif로 지정하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: rising numbers between 0 and 1 are needed, such as 0.2,0.4,0.6,0.8.</source>
        <translation>{parameter}: 0과 1 사이의 수를 작은 것부터 입력하십시오(예: 0.2,0.4,0.6,0.8).</translation>
    </message>
    <message>
        <source>{parameter}: rising numbers between 0 and 1 are needed, such as {example}.</source>
        <translation>{parameter}: 0과 1 사이의 숫자를 작은 것부터 입력하십시오. 예: {example}</translation>
    </message>
    <message>
        <source>{parameter}: say in which CRS, for example 12.37,51.34 [EPSG:4326].</source>
        <translation>{parameter}: 어느 좌표계인지 함께 적으십시오. 예: 127.38,36.35 [EPSG:4326]</translation>
    </message>
    <message>
        <source>{parameter}: the column &apos;{field}&apos; is used.</source>
        <translation>{parameter}: &apos;{field}&apos; 열을 사용합니다.</translation>
    </message>
    <message>
        <source>{parameter}: the field &apos;{field}&apos; of the layer &apos;{layer}&apos; holds text, numbers are needed.</source>
        <translation>{parameter}: &apos;{layer}&apos; 레이어의 &apos;{field}&apos; 필드는 문자 필드입니다. 숫자 필드가 필요합니다.</translation>
    </message>
    <message>
        <source>{parameter}: the layer &apos;{layer}&apos; cannot be opened.</source>
        <translation>{parameter}: &apos;{layer}&apos; 레이어를 열 수 없습니다.</translation>
    </message>
    <message>
        <source>{parameter}: the layer &apos;{layer}&apos; has no features (with its filter or selection).</source>
        <translation>{parameter}: &apos;{layer}&apos; 레이어에 피처가 없습니다. 필터나 선택 조건을 확인하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: the layer &apos;{layer}&apos; has no field &apos;{field}&apos;. It has: {fields}.</source>
        <translation>{parameter}: &apos;{layer}&apos; 레이어에 &apos;{field}&apos; 필드가 없습니다. 있는 필드: {fields}</translation>
    </message>
    <message>
        <source>{parameter}: the layer &apos;{layer}&apos; has no field called id, by which the cost table names its rows. Choose one in {chooser}. It has: {fields}.</source>
        <translation>{parameter}: &apos;{layer}&apos; 레이어에 비용표와 연결할 id 필드가 없습니다. {chooser}에서 필드를 지정하십시오. 있는 필드: {fields}.</translation>
    </message>
    <message>
        <source>{parameter}: the layer &apos;{layer}&apos; has no field that is known to hold people. Choose one in {chooser}. It has: {fields}.</source>
        <translation>{parameter}: 레이어 &apos;{layer}&apos;에 사람 수로 알려진 필드가 없습니다. {chooser}에서 고르십시오. 있는 필드: {fields}.</translation>
    </message>
    <message>
        <source>{parameter}: the layer &apos;{layer}&apos; has no geometry; that is possible with COST = table only.</source>
        <translation>{parameter}: &apos;{layer}&apos; 레이어에 도형이 없습니다. 도형이 없는 표는 COST = table일 때만 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>{parameter}: the layer &apos;{layer}&apos; has {found}; needed: {wanted}.</source>
        <translation>{parameter}: &apos;{layer}&apos; 레이어의 도형 유형이 맞지 않습니다(현재: {found}, 필요: {wanted}).</translation>
    </message>
    <message>
        <source>{parameter}: the table &apos;{layer}&apos; has no field {missing}. The fields {needed} are needed, as the layer of pairs to review has them.</source>
        <translation>{parameter}: 표 &apos;{layer}&apos;에 {missing} 필드가 없습니다. &apos;검토할 짝&apos; 레이어처럼 {needed} 필드가 있어야 합니다.</translation>
    </message>
    <message>
        <source>{parameter}: there is no file or folder {path}.</source>
        <translation>{parameter}: 파일 또는 폴더 {path}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>{parameter}: there is no register &apos;{word}&apos;. There are: {known}.</source>
        <translation>{parameter}: &apos;{word}&apos;이라는 대장이 없습니다. 있는 대장: {known}.</translation>
    </message>
    <message>
        <source>{parameter}: there is no standard data set &apos;{value}&apos;. There are: {known}.</source>
        <translation>{parameter}: 표준데이터 &apos;{value}&apos;이(가) 없습니다. 사용할 수 있는 ID: {known}.</translation>
    </message>
    <message>
        <source>{parameter}: two numbers are needed, such as 0,0.</source>
        <translation>{parameter}: 0,0과 같이 수 두 개를 입력하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: zones as distance:weight with rising distances are needed, such as {example}.</source>
        <translation>{parameter}: {example}과 같이 거리:가중치를 거리가 커지는 순서로 입력하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: {count:,} of {rows:,} rows name a register or an id that is not there.</source>
        <translation>{parameter}: {rows:,}행 중 {count:,}행은 없는 대장이나 식별자를 가리킵니다.</translation>
    </message>
    <message>
        <source>{parameter}: {crs} does not measure in meters; choose a projected CRS such as {example}.</source>
        <translation>{parameter}: {crs}은(는) 미터 단위 좌표계가 아닙니다. {example} 같은 투영 좌표계를 고르십시오.</translation>
    </message>
    <message>
        <source>{parameter}: {same:,} pairs are the same, {different:,} are different.</source>
        <translation>{parameter}: 같음 {same:,}짝, 다름 {different:,}짝.</translation>
    </message>
    <message>
        <source>{path} already holds other tables ({tables}), which would be lost. Choose another file, or write into this one with: ogr:dbname=&apos;{path}&apos; table=&quot;{table}&quot; (geom)</source>
        <translation>{path} 파일에 다른 테이블({tables})이 있어 덮어쓰면 사라집니다. 다른 파일을 지정하거나, 이 파일에 추가하려면 다음과 같이 입력하십시오: ogr:dbname=&apos;{path}&apos; table=&quot;{table}&quot; (geom)</translation>
    </message>
    <message>
        <source>{path} cannot be opened.</source>
        <translation>{path} 파일을 열 수 없습니다.</translation>
    </message>
    <message>
        <source>{path} could not be written ({problem}): the disk may be full. Nothing that was there has been changed.</source>
        <translation>파일을 저장하지 못하였습니다({path}, {problem}). 디스크 용량을 확인하십시오. 기존 파일은 변경되지 않았습니다.</translation>
    </message>
    <message>
        <source>{path} is a folder. Give the name of a file in it.</source>
        <translation>지정한 위치는 폴더입니다({path}). 폴더 안의 파일 이름까지 입력하십시오.</translation>
    </message>
    <message>
        <source>{path} is open in another program or cannot be replaced ({problem}), and stays as it was. The new result was kept as {kept}</source>
        <translation>{path} 파일이 다른 프로그램에서 열려 있거나 바꿀 수 없어 그대로 두었습니다({problem}). 새 결과는 다음 위치에 저장하였습니다: {kept}</translation>
    </message>
    <message>
        <source>{path}: QGIS cannot open a GeoPackage whose path has a % before two digits, such as %20. Choose another name.</source>
        <translation>{path}: 경로에 %20과 같이 % 뒤에 두 자리 숫자가 있으면 QGIS에서 GeoPackage를 열 수 없습니다. 다른 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>{people:,.0f} people at {places:,} places, {services:,} services with a capacity of {capacity:,.0f}. On average {mean}. Underserved (below {share:.0%} of that): {low:,.0f} people ({part:.1%}), of them {none:,.0f} with nothing within {radius:,.0f} m.</source>
        <translation>장소 {places:,}개의 인구 {people:,.0f}명과 시설 {services:,}개(정원 {capacity:,.0f})를 분석했습니다. 평균은 {mean}입니다. 평균의 {share:.0%}에 못 미치는 부족 인구는 {low:,.0f}명({part:.1%})이며, 그중 {none:,.0f}명은 {radius:,.0f} m 안에 시설이 없습니다.</translation>
    </message>
    <message>
        <source>{people} {who} can walk to no other center</source>
        <translation>{who} {people}명은 걸어서 갈 다른 센터가 없음</translation>
    </message>
    <message>
        <source>{places:,} places: {hot:,} are part of a hot spot, {cold:,} of a cold spot; connected ones make {spots:,} spots.</source>
        <translation>장소 {places:,}곳 중 {hot:,}곳이 핫스팟, {cold:,}곳이 콜드스팟에 속하며, 이어진 것을 묶으면 {spots:,}곳입니다.</translation>
    </message>
    <message>
        <source>{places} places are too few for a variogram of the residuals.</source>
        <translation>지점이 {places}곳뿐이어서 잔차의 베리오그램을 구할 수 없습니다.</translation>
    </message>
    <message>
        <source>{read:,} rows = {matched:,} located (of these {building:,} at their building) + {unmatched:,} not located.</source>
        <translation>읽음 {read:,}행 = 찾음 {matched:,}행(건물 수준 {building:,}행) + 찾지 못함 {unmatched:,}행.</translation>
    </message>
    <message>
        <source>{required:,} candidates are required, but only {wanted:,} sites are to be opened.</source>
        <translation>반드시 열어야 할 후보지가 {required:,}곳인데 새로 열 시설은 {wanted:,}곳뿐입니다.</translation>
    </message>
    <message>
        <source>{rows:,} demands (the first is {row}) can be served only by sites that hold {capacity:,.1f} together, but amount to {demand:,.1f}.</source>
        <translation>수요 {rows:,}개(첫 번째: {row}번)는 합계 {demand:,.1f}이나 서비스할 수 있는 후보지의 정원 합계는 {capacity:,.1f}입니다.</translation>
    </message>
    <message>
        <source>{rows:,} rows of {registers} registers are {entities:,} businesses. Of the links made, an estimated {precision:.1%} are right ({low:.1%} to {high:.1%}), and {recall:.1%} of all true links were found ({recall_low:.1%} to {recall_high:.1%}). {review:,} pairs are in doubt and wait for a person&apos;s decision.</source>
        <translation>대장 {registers}개의 {rows:,}행은 업소 {entities:,}곳입니다. 연결한 짝 가운데 {precision:.1%}({low:.1%}~{high:.1%})가 옳고, 실제로 같은 짝의 {recall:.1%}({recall_low:.1%}~{recall_high:.1%})를 찾은 것으로 추정됩니다. 판단이 어려운 {review:,}짝은 담당자의 검토가 필요합니다.</translation>
    </message>
    <message>
        <source>{rows:,} rows were left out. Ask for the output &apos;{output}&apos; to see them with their reasons.</source>
        <translation>{rows:,}행이 제외되었습니다. 출력 &apos;{output}&apos;을(를) 지정하면 사유와 함께 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>{row} (row {line} of the file)</source>
        <translation>{row}(파일의 {line}행)</translation>
    </message>
    <message>
        <source>{row} (row {line} of {file})</source>
        <translation>{row}({file}의 {line}행)</translation>
    </message>
    <message>
        <source>{scored:,} places were scored by {criteria} criteria. The most suitable is {place} with a score of {score:.3f}.</source>
        <translation>평가 기준 {criteria}개로 장소 {scored:,}곳을 평가하였습니다. 적합도가 가장 높은 장소는 &apos;{place}&apos;이며 점수는 {score:.3f}입니다.</translation>
    </message>
    <message>
        <source>{score} on average (district: {mean})</source>
        <translation>평균 {score}(전체: {mean})</translation>
    </message>
    <message>
        <source>{score} per 1,000 people</source>
        <translation>1,000명당 {score}</translation>
    </message>
    <message>
        <source>{score}, {level:.0%} of the mean; {count} within reach, the nearest {distance:,.0f} m away</source>
        <translation>{score}(평균의 {level:.0%}), 도달 가능한 시설 {count}개, 가장 가까운 시설까지 {distance:,.0f} m</translation>
    </message>
    <message>
        <source>{share:.0%} to 100% of the mean</source>
        <translation>평균의 {share:.0%}~100%</translation>
    </message>
    <message>
        <source>{share:.0f} % of its capacity</source>
        <translation>용량의 {share:.0f} %</translation>
    </message>
    <message>
        <source>{share:.0f} % of its {room} places taken</source>
        <translation>정원 {room}명 중 {share:.0f} % 이용</translation>
    </message>
    <message>
        <source>{share:.1%} lie inside the area of applicability of the model; elsewhere its values are no more than a guess.</source>
        <translation>{share:.1%}가 모델의 적용 가능 영역 안에 있으며, 그 밖의 값은 추측에 가깝습니다.</translation>
    </message>
    <message>
        <source>{share:.1%} of the places lie outside the area of applicability: no training place is like them (dissimilarity above {threshold:.2f}). There the errors that were measured in training do not hold, and the map shows gray.</source>
        <translation>{share:.1%}가 적용 가능 영역 밖에 있습니다. 조건이 비슷한 학습 지점이 없어(비유사도 {threshold:.2f} 초과) 학습할 때 측정한 오차가 성립하지 않으며 지도에 회색으로 표시했습니다.</translation>
    </message>
    <message>
        <source>{share:.1%} of {cells:,} random cells of the rasters lie inside it.</source>
        <translation>래스터의 무작위 셀 {cells:,}개 가운데 {share:.1%}가 그 안에 있습니다.</translation>
    </message>
    <message>
        <source>{sites:,} candidates and existing sites are too many; {most:,} are possible. Leave out what is no real choice: filter the candidates, or take one per building, parcel or 50 m cell.</source>
        <translation>후보지와 기존 시설이 {sites:,}곳으로 너무 많습니다(최대 {most:,}곳). 실제로 선택할 수 없는 곳은 빼십시오. 후보지를 필터링하거나 건물, 필지 또는 50 m 격자마다 하나씩 사용하십시오.</translation>
    </message>
    <message>
        <source>{text}. {count:,} of {rows:,} rows, so the whole field or layer is concerned.</source>
        <translation>{text}. {rows:,}개 행 중 {count:,}개로 필드 또는 레이어 전체의 문제입니다.</translation>
    </message>
    <message>
        <source>{unused} was not used, because {used} was given.</source>
        <translation>&apos;{used}&apos; 항목이 지정되어 &apos;{unused}&apos; 항목은 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>{used} of {total} data sets were used.</source>
        <translation>전체 {total}종의 자료 중 {used}종을 사용하였습니다.</translation>
    </message>
    <message>
        <source>{wanted:,} sites are to be opened, but at this spacing no more than {most:,} find room. Open fewer sites or reduce the spacing.</source>
        <translation>시설 {wanted:,}곳을 설치하려고 하나 이 이격거리로는 최대 {most:,}곳만 설치할 수 있습니다. 설치 수를 줄이거나 이격거리를 줄이십시오.</translation>
    </message>
    <message>
        <source>{wanted:,} sites are to be opened, but only {available:,} candidates may be. Give more candidates or open fewer sites.</source>
        <translation>시설 {wanted:,}곳을 열어야 하는데 열 수 있는 후보지는 {available:,}곳뿐입니다. 후보지를 늘리거나 시설 수를 줄이십시오.</translation>
    </message>
    <message>
        <source>{weights} weights for {criteria} criteria.</source>
        <translation>기준은 {criteria}개인데 가중치가 {weights}개입니다.</translation>
    </message>
    <message>
        <source>{xy} places and {residuals} residuals do not fit together.</source>
        <translation>지점 {xy}곳과 잔차 {residuals}개의 수가 맞지 않습니다.</translation>
    </message>
</context>
</TS>
