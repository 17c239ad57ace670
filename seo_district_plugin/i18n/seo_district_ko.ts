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
        <source>&apos;{kind}&apos; is no kind of column. Possible: {allowed}.</source>
        <translation>&apos;{kind}&apos;은(는) 지원하지 않는 열 종류입니다. 사용 가능: {allowed}.</translation>
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
        <source>&apos;{profile}&apos; is no way of writing addresses. Possible: {known}.</source>
        <translation>&apos;{profile}&apos;은(는) 알 수 없는 주소 표기 방식입니다. 가능한 값: {known}.</translation>
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
        <source>, within {radius:g} m</source>
        <translation>, 반경 {radius:g} m 이내</translation>
    </message>
    <message>
        <source>1 Prepare data</source>
        <translation>1 자료 준비</translation>
    </message>
    <message>
        <source>2 Pedestrian traffic</source>
        <translation>2 유동인구·보행</translation>
    </message>
    <message>
        <source>3 Site selection</source>
        <translation>3 입지 선정</translation>
    </message>
    <message>
        <source>4 Flood and snow</source>
        <translation>4 침수·대설</translation>
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
        <source>7 Ready-made chains</source>
        <translation>7 분석 모델</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95% 구간</translation>
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
        <source>A file could not be read or written ({problem}): the disk may be full or the folder read-only. Nothing that was there has been changed.</source>
        <translation>파일을 읽거나 쓰지 못하였습니다({problem}). 디스크 용량과 폴더의 쓰기 권한을 확인하십시오. 기존 파일은 변경되지 않았습니다.</translation>
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
        <source>Answer</source>
        <translation>답변</translation>
    </message>
    <message>
        <source>Applying the exclusion rules</source>
        <translation>제외 규칙 적용 중</translation>
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
        <source>At random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>At random, mean</source>
        <translation>무작위, 평균</translation>
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
        <source>Best places</source>
        <translation>상위 장소</translation>
    </message>
    <message>
        <source>Blanks around texts</source>
        <translation>앞뒤 공백</translation>
    </message>
    <message>
        <source>Blocks of {wanted:,.0f} m would be too few; blocks of {size:,.0f} m were taken. The figures may still be too good.</source>
        <translation>{wanted:,.0f} m 블록으로는 블록 수가 모자라 {size:,.0f} m 블록을 사용했습니다. 성능이 여전히 실제보다 높게 나올 수 있습니다.</translation>
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
        <source>CATEGORICAL names {names}, which are no factors. Factors are: {factors}.</source>
        <translation>CATEGORICAL의 {names}은(는) 요인이 아닙니다. 요인: {factors}</translation>
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
        <source>Cannot be opened: {names}</source>
        <translation>열 수 없는 레이어: {names}</translation>
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
        <source>Compare the rows and keep one, or merge them (mergeregisters).</source>
        <translation>행을 비교하여 하나만 남기거나 통합하십시오(mergeregisters).</translation>
    </message>
    <message>
        <source>Compare with the source; keep what is true.</source>
        <translation>원천 자료와 비교하고 맞는 값은 그대로 두십시오.</translation>
    </message>
    <message>
        <source>Comparing with finer totals</source>
        <translation>세부 인구와 비교</translation>
    </message>
    <message>
        <source>Confirm the terms of use before results are published.</source>
        <translation>결과를 공개하기 전에 이용허락범위를 확인하십시오.</translation>
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
        <source>Counted columns: {columns}</source>
        <translation>사용한 인구 열: {columns}</translation>
    </message>
    <message>
        <source>Counts are 0 where there is nothing; means, distances and mixes have no value there.</source>
        <translation>해당하는 것이 없으면 개수는 0이며, 평균·거리·다양도는 빈 값입니다.</translation>
    </message>
    <message>
        <source>Counts that were no whole numbers were rounded first, by {most:.2f} people at most.</source>
        <translation>정수가 아닌 인구는 먼저 반올림하였습니다(최대 {most:.2f}명 차이).</translation>
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
        <source>Distances are straight lines, not ways to walk. Counts near the edge miss what lies outside the layers given.</source>
        <translation>거리는 보행 경로가 아닌 직선거리입니다. 경계 부근의 개수에는 입력한 레이어 범위 밖에 있는 것이 포함되지 않습니다.</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>고유값</translation>
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
        <source>Each file is read in every CRS, axis order and unit in question; the reading that puts its points into the district is taken. Where several do, the rule of the kind of file decides. Single rows that fit another reading are left out with that reason, not moved.</source>
        <translation>파일의 좌표를 가능한 모든 좌표계·축 순서·단위로 읽어 보고 점이 구 안에 놓이는 방식을 택합니다. 여러 방식이 맞으면 자료 종류의 규칙을 따릅니다. 일부 행만 다른 방식에 맞으면 옮기지 않고 그 사유로 제외합니다.</translation>
    </message>
    <message>
        <source>Effect of {factor}</source>
        <translation>{factor}의 효과</translation>
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
        <source>Estimated</source>
        <translation>추정</translation>
    </message>
    <message>
        <source>Estimates beside known totals</source>
        <translation>추정 인구와 실제 인구</translation>
    </message>
    <message>
        <source>Everything that is learned (standardization, classes, knots, hyperparameters) is learned from the training rows of each fold alone; hyperparameters by folds of the same kind inside them.</source>
        <translation>학습하는 모든 것(표준화, 분류, 매듭점, 초매개변수)은 폴드마다 학습 행에서만 구하며, 초매개변수는 그 안에서 같은 방식의 폴드로 정합니다.</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>제외</translation>
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
        <source>Field</source>
        <translation>필드</translation>
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
        <source>Found here</source>
        <translation>이번 자료의 범위</translation>
    </message>
    <message>
        <source>Get a newer file, or state the date beside the result.</source>
        <translation>최신 자료를 받거나 결과에 기준일을 함께 적으십시오.</translation>
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
        <source>HTML report (*.html)</source>
        <translation>HTML 보고서 (*.html)</translation>
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
        <source>Highest zones</source>
        <translation>발생 가능성이 높은 구역</translation>
    </message>
    <message>
        <source>Hits (share of the events)</source>
        <translation>맞게 지목한 비율(발생 지점 가운데)</translation>
    </message>
    <message>
        <source>How good is it where it has not been?</source>
        <translation>학습하지 않은 곳에서 얼마나 정확한가</translation>
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
        <source>How many shares the interval holds could not be measured: too few blocks.</source>
        <translation>블록이 너무 적어 예측 구간의 실제 포함률을 측정하지 못했습니다.</translation>
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
        <source>How they were found</source>
        <translation>찾은 방법</translation>
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
        <source>Kind</source>
        <translation>자료 종류</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>실제</translation>
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
        <source>Line ends or invisible characters</source>
        <translation>줄바꿈·보이지 않는 문자</translation>
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
        <source>Low</source>
        <translation>하한</translation>
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
        <source>Maximum</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation>평균 절대 오차</translation>
    </message>
    <message>
        <source>Mean over {repeats} repeats x {folds} folds that hold both classes ({left} folds left out). Scores before calibration.</source>
        <translation>두 유형이 모두 있는 폴드의 평균(반복 {repeats}회 x 폴드 {folds}개, 제외한 폴드 {left}개). 보정하기 전 점수의 값입니다.</translation>
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
        <source>Measuring {layer}</source>
        <translation>지표 산출 중: {layer}</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>중앙값</translation>
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
        <source>Most</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>최빈값</translation>
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
        <translation>이름</translation>
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
        <source>Naming the places</source>
        <translation>장소 이름 부여 중</translation>
    </message>
    <message>
        <source>Neighboring places share most of their surroundings, so the best ones lie together: read them as areas, not as a set of sites.</source>
        <translation>인접한 장소는 주변 여건이 거의 같아 상위 장소가 한곳에 모여 나타납니다. 개별 설치 지점이 아니라 권역으로 해석하여야 합니다.</translation>
    </message>
    <message>
        <source>Neighbors are alike. When places are held out at random, the model has seen the neighbor of nearly every place it is tested with, and looks better than it will be elsewhere. Believe the figures in space.</source>
        <translation>가까운 곳은 서로 비슷합니다. 무작위로 떼어 두면 모델이 시험 지점의 이웃을 거의 모두 이미 학습한 셈이어서 다른 곳에서의 실제 성능보다 좋게 보입니다. 공간 검증의 수치를 믿으십시오.</translation>
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
        <source>No district is known: give its layer or its code, and coordinates that lie far from it, in another CRS or with swapped axes will be found.</source>
        <translation>구 경계를 알 수 없습니다. 구 경계 레이어나 시군구 코드를 지정하면 멀리 떨어진 좌표, 다른 좌표계, 뒤바뀐 축을 찾아냅니다.</translation>
    </message>
    <message>
        <source>No district was given, so the places were only checked against the country.</source>
        <translation>구 경계를 지정하지 않아 국내 위치인지만 확인하였습니다.</translation>
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
        <source>Not judged: the nearest scored place is {distance:,.0f} m away.</source>
        <translation>판단하지 않음: 가장 가까운 평가 장소가 {distance:,.0f} m 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>Not located</source>
        <translation>찾지 못함</translation>
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
        <source>Observed share of events</source>
        <translation>실제 발생 비율</translation>
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
        <source>Of these outside the area of applicability</source>
        <translation>그중 적용 가능 영역 밖</translation>
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
        <source>Only residential targets have a weight: {rule}</source>
        <translation>주거용 대상에만 가중치를 두었습니다: {rule}</translation>
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
        <source>Open the earlier one</source>
        <translation>기존 예제 열기</translation>
    </message>
    <message>
        <source>Open the original file again with the right encoding (CP949 or UTF-8), or import it anew.</source>
        <translation>원본 파일을 올바른 인코딩(CP949 또는 UTF-8)으로 다시 열거나 불러오십시오.</translation>
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
        <source>Out of date</source>
        <translation>오래된 자료</translation>
    </message>
    <message>
        <source>Outlier</source>
        <translation>이상값</translation>
    </message>
    <message>
        <source>Outliers: beyond {fence:g} interquartile ranges from the quartiles (Tukey) and with a modified z-score above 3.5 (Iglewicz and Hoaglin); skewed values that are not negative on a log scale. Codes, coordinates, years and dates are left out.</source>
        <translation>이상값: 사분위수에서 사분위 범위의 {fence:g}배를 벗어나고(Tukey) 수정 z점수가 3.5를 넘는 값입니다(Iglewicz·Hoaglin). 음수가 없고 치우친 값은 로그 척도로 판단합니다. 코드, 좌표, 연도, 날짜는 제외합니다.</translation>
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
        <source>People given and allocated by age</source>
        <translation>연령대별 입력 인구와 배분 인구</translation>
    </message>
    <message>
        <source>People given and allocated by zone</source>
        <translation>구역별 입력 인구와 배분 인구</translation>
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
        <source>Places asked about</source>
        <translation>문의 장소</translation>
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
        <source>Planted truth</source>
        <translation>심어 둔 정답</translation>
    </message>
    <message>
        <source>Portal number</source>
        <translation>포털 번호</translation>
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
        <source>Presences</source>
        <translation>발생 지점 수</translation>
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
        <source>Provider</source>
        <translation>제공기관</translation>
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
        <source>Random cells with a value in every factor</source>
        <translation>모든 요인의 값이 있는 무작위 셀</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
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
        <source>Reading in the register of shops</source>
        <translation>상가 목록 불러오기</translation>
    </message>
    <message>
        <source>Reading the addresses</source>
        <translation>주소 읽는 중</translation>
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
        <source>Reading the rows</source>
        <translation>행을 읽는 중</translation>
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
        <source>Recipe row {row}: &apos;{field}&apos; are no classes; give numbers such as 41 42.</source>
        <translation>산출표 {row}행: &apos;{field}&apos; 값은 분류 번호가 아닙니다. 41 42와 같이 숫자를 입력하십시오.</translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; cannot be taken of the layer &apos;{layer}&apos; ({kind}). Possible: {known}.</source>
        <translation>산출표 {row}행: &apos;{layer}&apos; 레이어({kind})에서는 &apos;{measure}&apos; 지표를 산출할 수 없습니다. 산출할 수 있는 지표: {known}</translation>
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
        <source>References</source>
        <translation>기준 자료</translation>
    </message>
    <message>
        <source>Register rows and building polygons</source>
        <translation>건축물대장과 건물 폴리곤 결합</translation>
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
        <source>Root mean square error</source>
        <translation>평균 제곱근 오차</translation>
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
        <source>Rows read {rows:,} = rows checked {rows:,}.</source>
        <translation>읽음 {rows:,}행 = 점검 {rows:,}행.</translation>
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
        <source>Share of each class</source>
        <translation>등급별 비율</translation>
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
        <source>Show the report</source>
        <translation>보고서 보기</translation>
    </message>
    <message>
        <source>Show the run record</source>
        <translation>분석 이력 펼치기</translation>
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
        <source>Stopped. Nothing that was there has been changed.</source>
        <translation>실행을 중단하였습니다. 기존 파일은 변경되지 않았습니다.</translation>
    </message>
    <message>
        <source>Suitability for public notice boards (synthetic)</source>
        <translation>전자게시대 입지 적합도(합성 자료)</translation>
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
        <source>The analysis CRS {crs} ({name}) is not in metres. Choose a projected CRS in metres.</source>
        <translation>분석 좌표계 {crs}({name})의 단위가 미터가 아닙니다. 미터 단위의 투영 좌표계를 선택하십시오.</translation>
    </message>
    <message>
        <source>The analysis CRS {crs} ({name}) shows lengths wrong by {percent:.1f} % where the data lie. Choose another one, or leave it empty.</source>
        <translation>분석 좌표계({crs}, {name})를 사용하면 자료 위치에서 길이가 {percent:.1f}% 어긋납니다. 다른 좌표계를 선택하거나 비워 두십시오.</translation>
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
        <source>The best places, and why</source>
        <translation>상위 장소와 그 이유</translation>
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
        <source>The distance must be above 0, not {distance}.</source>
        <translation>거리는 0보다 커야 합니다(입력값 {distance}).</translation>
    </message>
    <message>
        <source>The distance must be above 0, not {radius}.</source>
        <translation>거리는 0보다 커야 합니다(입력값 {radius}).</translation>
    </message>
    <message>
        <source>The encoding is decided from the bytes: UTF-8 where they are valid UTF-8, else CP949.</source>
        <translation>인코딩은 파일의 바이트로 판단합니다. UTF-8로 올바르면 UTF-8, 아니면 CP949로 읽습니다.</translation>
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
        <source>The filter of the layer &apos;{layer}&apos; is wrong: {reason}</source>
        <translation>&apos;{layer}&apos; 레이어의 필터가 잘못되었습니다: {reason}</translation>
    </message>
    <message>
        <source>The finer totals took no part in the allocation. &apos;In the wrong unit&apos; is half the sum of all differences, as a part of the known people; plain area weighting of the same zones is shown beside it.</source>
        <translation>세부 인구는 배분에 사용하지 않았습니다. &apos;잘못 배분된 비율&apos;은 차이를 모두 더한 값의 절반을 실제 인구로 나눈 값이며, 같은 구역을 면적만으로 나눈 결과를 함께 표시합니다.</translation>
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
        <source>The geometry of zone {zone} is damaged.</source>
        <translation>구역 {zone}의 도형이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The geometry of zone {zone} is no polygon (type {type}).</source>
        <translation>구역 {zone}의 도형이 폴리곤이 아닙니다(유형 {type}).</translation>
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
        <source>The model&apos;s own figures</source>
        <translation>모델 파일에 기록된 지표</translation>
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
        <source>The style or the description of {name} could not be saved: {problem}</source>
        <translation>{name} 레이어의 스타일 또는 설명 정보를 저장하지 못하였습니다: {problem}</translation>
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
        <source>The values of {field} are those of row {first}, but must be unique.</source>
        <translation>{field} 값이 같은 행이 있습니다: 피처 {first}. 표준에 따라 서로 달라야 합니다.</translation>
    </message>
    <message>
        <source>The weights of all {criteria} criteria are 0. Give at least one a weight.</source>
        <translation>기준 {criteria}개의 가중치가 모두 0입니다. 하나 이상의 기준에 가중치를 입력하십시오.</translation>
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
        <source>Values in another unit</source>
        <translation>단위가 다른 값</translation>
    </message>
    <message>
        <source>Values left empty</source>
        <translation>빈 값으로 둔 값</translation>
    </message>
    <message>
        <source>Vertical lines: limits of the grades.</source>
        <translation>세로선: 등급 경계.</translation>
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
        <source>Weight</source>
        <translation>가중치</translation>
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
        <source>Weights are judgements. The rank interval shows what follows if they are somewhat different.</source>
        <translation>가중치는 판단에 따라 정한 값입니다. 가중치가 다소 달라질 때 순위가 변하는 정도는 순위 구간으로 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Weights from pairwise comparisons of {experts} expert(s); consistency ratios: {ratios}; combined: {combined:.3f}.</source>
        <translation>가중치는 전문가 {experts}명의 쌍대비교로 산출하였습니다. 일관성 비율은 전문가별 {ratios}, 종합 {combined:.3f}입니다.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>항목</translation>
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
        <source>What looks right may still be wrong: the checks know forms and ranges, not the truth.</source>
        <translation>형식과 범위만 점검하므로 문제가 없어 보여도 실제와 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>What the model uses, and how</source>
        <translation>모델이 사용하는 요인과 방식</translation>
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
        <source>Where every row went</source>
        <translation>행별 처리 결과</translation>
    </message>
    <message>
        <source>Where may it be trusted?</source>
        <translation>어디에 적용할 수 있는가</translation>
    </message>
    <message>
        <source>Where points of one address lie further apart than the tolerance, or the street address and the lot of a row lie far from each other, the row gets no building and no lot.</source>
        <translation>한 주소의 지점들이 허용 거리보다 멀리 흩어져 있거나 도로명주소와 지번의 위치가 서로 멀면 건물·필지 수준으로 판정하지 않습니다.</translation>
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
        <source>Which field of &apos;{layer}&apos; holds the code of the zones? None of its fields is called as such fields usually are: {fields}.</source>
        <translation>&apos;{layer}&apos; 레이어의 구역 코드 필드를 지정하십시오. 이름으로 알 수 있는 필드가 없습니다: {fields}</translation>
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
        <source>Within a zone everybody is assumed to live alike: neither the size of households nor empty homes are known, and all age groups are spread in the same way.</source>
        <translation>한 구역 안에서는 모두 같은 방식으로 거주한다고 가정하였습니다. 가구원 수와 빈집은 반영되지 않으며 모든 연령대를 같은 비율로 배분합니다.</translation>
    </message>
    <message>
        <source>Within this distance there are {pairs:,} pairs of neighbors, more than {limit:,}. Take a smaller distance.</source>
        <translation>이 거리 안의 이웃 쌍이 {pairs:,}개로 한도 {limit:,}개를 넘습니다. 거리를 줄이십시오.</translation>
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
        <source>a column that may hold data of persons by the standard</source>
        <translation>표준에서 개인정보가 들어갈 수 있다고 정한 항목</translation>
    </message>
    <message>
        <source>a factor has no value there</source>
        <translation>값이 없는 요인이 있음</translation>
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
        <source>addresses</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>after mending one typing error</source>
        <translation>오타 하나를 바로잡아 일치</translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>균등</translation>
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
        <source>bell curve around the best value</source>
        <translation>최적값 중심의 종형 곡선</translation>
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
        <source>bounds of {name} from the table of districts</source>
        <translation>시군구 표의 {name} 범위 사용</translation>
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
        <source>cell far too long</source>
        <translation>셀이 지나치게 김</translation>
    </message>
    <message>
        <source>classes {levels}</source>
        <translation>분류 {levels}</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>코드</translation>
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
        <source>empty geometry</source>
        <translation>빈 도형</translation>
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
        <source>everybody</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>far from the district</source>
        <translation>구에서 멀리 떨어짐</translation>
    </message>
    <message>
        <source>fits several places</source>
        <translation>여러 곳에 해당</translation>
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
        <source>home addresses</source>
        <translation>거주지 주소</translation>
    </message>
    <message>
        <source>invalid geometry that could not be repaired</source>
        <translation>고칠 수 없는 오류 도형</translation>
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
        <source>largest {field} ({layer})</source>
        <translation>{field} 최댓값({layer})</translation>
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
        <source>lot number (PNU) is wrong</source>
        <translation>필지고유번호(PNU) 오류</translation>
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
        <source>map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>masked address</source>
        <translation>가려진 주소</translation>
    </message>
    <message>
        <source>mean of {field} ({layer})</source>
        <translation>{field} 평균({layer})</translation>
    </message>
    <message>
        <source>middle of street or dong</source>
        <translation>도로·동 중심점</translation>
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
        <source>names of persons</source>
        <translation>사람 이름</translation>
    </message>
    <message>
        <source>neither street nor lot can be read</source>
        <translation>도로명도 지번도 읽을 수 없음</translation>
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
        <source>no building polygon on its lot</source>
        <translation>필지에 건물 폴리곤 없음</translation>
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
        <source>no lot number (PNU)</source>
        <translation>필지고유번호(PNU) 없음</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>번호 없음</translation>
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
        <source>no target in the zone</source>
        <translation>구역 안에 배분 대상 없음</translation>
    </message>
    <message>
        <source>no target of the zone has a weight</source>
        <translation>구역 안에 가중치가 있는 대상 없음</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>no zone with this code and a usable shape</source>
        <translation>이 코드의 구역이 없거나 도형을 사용할 수 없음</translation>
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
        <source>note, no record</source>
        <translation>자료가 아닌 주석 행</translation>
    </message>
    <message>
        <source>nothing tells where the file lies</source>
        <translation>파일의 위치를 알 수 없음</translation>
    </message>
    <message>
        <source>number is not in the reference</source>
        <translation>기준 자료에 없는 번호</translation>
    </message>
    <message>
        <source>number of {layer}</source>
        <translation>{layer} 개수</translation>
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
        <source>of these outside the observed area</source>
        <translation>그중 관찰된 지역 밖</translation>
    </message>
    <message>
        <source>of these too near to an event</source>
        <translation>그중 발생 지점과 너무 가까움</translation>
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
        <source>outside the area of applicability</source>
        <translation>적용 가능 영역 밖</translation>
    </message>
    <message>
        <source>outside the rasters</source>
        <translation>래스터 범위 밖</translation>
    </message>
    <message>
        <source>people</source>
        <translation>명</translation>
    </message>
    <message>
        <source>percentile rank</source>
        <translation>백분위</translation>
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
        <source>resident registration numbers</source>
        <translation>주민등록번호</translation>
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
        <source>see the log messages of QGIS</source>
        <translation>QGIS의 로그 메시지를 확인해 주십시오.</translation>
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
        <source>square blocks</source>
        <translation>정사각형 블록</translation>
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
        <source>sum of {field} ({layer})</source>
        <translation>{field} 합계({layer})</translation>
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
        <source>the number of targets</source>
        <translation>배분 대상의 개수</translation>
    </message>
    <message>
        <source>the only known place of street or dong</source>
        <translation>도로·동에 알려진 주소가 하나뿐인 곳</translation>
    </message>
    <message>
        <source>total or subtotal, no record</source>
        <translation>자료가 아닌 합계·소계 행</translation>
    </message>
    <message>
        <source>value of each category</source>
        <translation>분류별 값</translation>
    </message>
    <message>
        <source>vehicle numbers</source>
        <translation>차량번호</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>가중치</translation>
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
        <source>{count:,} curved shapes turned into segments</source>
        <translation>곡선 도형 {count:,}개를 선분으로 변환</translation>
    </message>
    <message>
        <source>{count:,} dates outside the years 1678 to 2261 set to NULL</source>
        <translation>1678~2261년을 벗어난 날짜 {count:,}개를 NULL로 처리</translation>
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
        <source>{count:,} targets have a negative weight. Weights are numbers from 0.</source>
        <translation>배분 대상 {count:,}개의 가중치가 음수입니다. 가중치는 0 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>{count:,} targets have no weight and got nobody.</source>
        <translation>가중치가 없는 대상 {count:,}개에는 인구를 배분하지 않았습니다.</translation>
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
        <source>{count:,} zones have no row of counts (for example {codes}): nobody was put there.</source>
        <translation>{count:,}개 구역(예: {codes})은 인구 자료에 행이 없어 인구를 배분하지 않았습니다.</translation>
    </message>
    <message>
        <source>{count:,} zones have several rows of counts (for example {codes}). Leave one row per zone: filter to one month, day or hour, or name the column of items (ITEM_FIELD).</source>
        <translation>{count:,}개 구역(예: {codes})에 인구 자료가 여러 행 있습니다. 한 달, 하루, 한 시간대만 남겨 구역마다 한 행이 되게 하거나 항목 필드(ITEM_FIELD)를 지정하십시오.</translation>
    </message>
    <message>
        <source>{count} test folds hold one class only: they have no AUROC and are left out of the mean.</source>
        <translation>시험 폴드 {count}개는 한 유형뿐이어서 AUROC가 없으며 평균에서 제외했습니다.</translation>
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
        <source>{landmark} ({distance:.0f} m)</source>
        <translation>{landmark}({distance:.0f} m)</translation>
    </message>
    <message>
        <source>{layer} ({rows} rows)</source>
        <translation>{layer}({rows}행)</translation>
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
        <source>{layer}: read {read} rows = used {used} + left out {rejected}</source>
        <translation>{layer}: 읽은 행 {read} = 사용 {used} + 제외 {rejected}</translation>
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
        <source>{low} to {high}</source>
        <translation>{low}~{high}</translation>
    </message>
    <message>
        <source>{made} folds were made instead of {asked}: there are not more different places or events.</source>
        <translation>서로 다른 위치나 사건이 모자라 폴드를 {asked}개가 아닌 {made}개 만들었습니다.</translation>
    </message>
    <message>
        <source>{model}, learned from {events:,} events and {absences:,} places without. Held out by {method}, it puts an event above another place in {auroc:.0%} of cases (AUROC {auroc:.3f}; 95 % interval {low:.3f} to {high:.3f}). Random folds would have said {random:.3f} ({optimism:+.3f}).</source>
        <translation>{model}, 발생 {events:,}건과 미발생 {absences:,}곳으로 학습했습니다. 떼어 두는 방법 &apos;{method}&apos;(으)로 시험하면 발생 지점에 미발생 지점보다 높은 점수를 주는 경우가 {auroc:.0%}입니다(AUROC {auroc:.3f}, 95% 구간 {low:.3f} ~ {high:.3f}). 무작위로 나누었다면 {random:.3f}로 보였을 것입니다({optimism:+.3f}).</translation>
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
        <source>{parameter} is missing.</source>
        <translation>{parameter}: 필수 항목이 비어 있습니다.</translation>
    </message>
    <message>
        <source>{parameter} needs {other} too.</source>
        <translation>{parameter}: &apos;{other}&apos;도 함께 지정해야 합니다.</translation>
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
        <source>{parameter}: a share between 0 and 1 is needed, such as 0.02.</source>
        <translation>{parameter}: 0과 1 사이의 비율을 입력하십시오. 예: 0.02</translation>
    </message>
    <message>
        <source>{parameter}: choose a CRS with an EPSG code.</source>
        <translation>{parameter}: EPSG 코드가 있는 좌표계를 선택하십시오.</translation>
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
        <source>{parameter}: the layer &apos;{layer}&apos; has {found}; needed: {wanted}.</source>
        <translation>{parameter}: &apos;{layer}&apos; 레이어의 도형 유형이 맞지 않습니다(현재: {found}, 필요: {wanted}).</translation>
    </message>
    <message>
        <source>{parameter}: there is no file or folder {path}.</source>
        <translation>{parameter}: 파일 또는 폴더 {path}이(가) 없습니다.</translation>
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
        <source>{parameter}: {crs} does not measure in meters; choose a projected CRS such as {example}.</source>
        <translation>{parameter}: {crs}은(는) 미터 단위 좌표계가 아닙니다. {example} 같은 투영 좌표계를 고르십시오.</translation>
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
        <source>{places} places are too few for a variogram of the residuals.</source>
        <translation>지점이 {places}곳뿐이어서 잔차의 베리오그램을 구할 수 없습니다.</translation>
    </message>
    <message>
        <source>{read:,} rows = {matched:,} located (of these {building:,} at their building) + {unmatched:,} not located.</source>
        <translation>읽음 {read:,}행 = 찾음 {matched:,}행(건물 수준 {building:,}행) + 찾지 못함 {unmatched:,}행.</translation>
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
        <source>{weights} weights for {criteria} criteria.</source>
        <translation>기준은 {criteria}개인데 가중치가 {weights}개입니다.</translation>
    </message>
    <message>
        <source>{xy} places and {residuals} residuals do not fit together.</source>
        <translation>지점 {xy}곳과 잔차 {residuals}개의 수가 맞지 않습니다.</translation>
    </message>
</context>
</TS>
