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
        <source> Did you mean {name}?</source>
        <translation> (비슷한 이름: {name})</translation>
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
        <source>&apos;{method}&apos; is no method. Possible: {known}.</source>
        <translation>&apos;{method}&apos; 방법은 사용할 수 없습니다. 사용할 수 있는 방법: {known}</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no code of the Korean national grid.</source>
        <translation>&apos;{text}&apos; 코드는 국가격자 코드가 아닙니다.</translation>
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
        <source>A file could not be read or written ({problem}): the disk may be full or the folder read-only. Nothing that was there has been changed.</source>
        <translation>파일을 읽거나 쓰지 못하였습니다({problem}). 디스크 용량과 폴더의 쓰기 권한을 확인하십시오. 기존 파일은 변경되지 않았습니다.</translation>
    </message>
    <message>
        <source>A point on the border of two zones belongs to exactly one of them, so that sums over zones add up.</source>
        <translation>두 구역의 경계에 놓인 점은 그중 한 구역에만 포함하므로 구역별 합계를 더하면 전체와 일치합니다.</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>전체 장소</translation>
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
        <source>Among the best {top}: score {score:.3f}, rank {rank:,} of {count:,}.</source>
        <translation>상위 {top}곳에 포함됩니다. 점수는 {score:.3f}, 순위는 {count:,}곳 중 {rank:,}위입니다.</translation>
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
        <source>Best places</source>
        <translation>상위 장소</translation>
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
        <source>Counts are 0 where there is nothing; means, distances and mixes have no value there.</source>
        <translation>해당하는 것이 없으면 개수는 0이며, 평균·거리·다양도는 빈 값입니다.</translation>
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
        <source>Data</source>
        <translation>자료</translation>
    </message>
    <message>
        <source>Data used and data missing</source>
        <translation>자료 사용 현황</translation>
    </message>
    <message>
        <source>Date of analysis</source>
        <translation>분석 일시</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>Distances are straight lines, not ways to walk. Counts near the edge miss what lies outside the layers given.</source>
        <translation>거리는 보행 경로가 아닌 직선거리입니다. 경계 부근의 개수에는 입력한 레이어 범위 밖에 있는 것이 포함되지 않습니다.</translation>
    </message>
    <message>
        <source>Dot: rank under the given weights. Line: 5 to 95 % of the ranks when the weights are drawn {draws:,} times.</source>
        <translation>점: 주어진 가중치에서의 순위. 선: 가중치를 {draws:,}회 추출하였을 때 순위의 5~95% 구간.</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>항목</translation>
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
        <source>Features</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Features and their values over all zones</source>
        <translation>지표와 전체 구역의 값</translation>
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
        <source>High</source>
        <translation>상한</translation>
    </message>
    <message>
        <source>How sure the ranks are</source>
        <translation>순위의 확실성</translation>
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
        <source>Laying out the cells</source>
        <translation>격자 배치 중</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>Limits of this analysis</source>
        <translation>해석 시 유의 사항</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>하한</translation>
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
        <source>Mean</source>
        <translation>평균</translation>
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
        <source>Missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Mix: Shannon&apos;s index with the natural logarithm; 0 means one category only.</source>
        <translation>다양도: 자연로그를 사용한 섀넌 지수이며, 0은 한 가지 분류만 있음을 뜻합니다.</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>최댓값</translation>
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
        <source>Names of &apos;{layer}&apos; are taken from its field &apos;{field}&apos;.</source>
        <translation>&apos;{layer}&apos; 레이어의 이름은 &apos;{field}&apos; 필드에서 가져옵니다.</translation>
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
        <source>No cell lies in the district. Choose smaller cells, or another setting for cells at the edge.</source>
        <translation>구 안에 있는 격자가 없습니다. 격자 크기를 줄이거나 경계부 격자 처리 방법을 바꾸십시오.</translation>
    </message>
    <message>
        <source>No layer says where it lies. Set the CRS of the layers, then run again.</source>
        <translation>좌표계가 지정된 레이어가 없습니다. 레이어의 좌표계를 지정한 뒤 다시 실행하십시오.</translation>
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
        <source>None of the layers can be measured: a table needs the zone code field (ZONE_ID_FIELD) and a field called like it, or a recipe.</source>
        <translation>측정할 수 있는 레이어가 없습니다. 표를 사용하려면 구역 코드 필드(ZONE_ID_FIELD)와 이름이 같은 필드가 표에 있거나 산출표를 지정해야 합니다.</translation>
    </message>
    <message>
        <source>None of the {places:,} places has a value for every criterion ({excluded:,} are excluded). Without a value: {missing}.</source>
        <translation>장소 {places:,}곳 중 모든 기준의 값을 갖춘 곳이 없습니다(제외 규칙 해당 {excluded:,}곳). 값이 없는 기준: {missing}</translation>
    </message>
    <message>
        <source>None of the {rows:,} rows of the layer &apos;{layer}&apos; can be used: {reasons}.</source>
        <translation>&apos;{layer}&apos; 레이어의 {rows:,}행 중 사용할 수 있는 행이 없습니다: {reasons}</translation>
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
        <source>Not scored or excluded</source>
        <translation>제외 또는 평가하지 않음</translation>
    </message>
    <message>
        <source>Not scored: no value for {fields}.</source>
        <translation>값이 없어 평가하지 않았습니다. 값이 없는 기준: {fields}</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder {folder}. Choose another one.</source>
        <translation>{folder} 폴더에 쓸 수 없습니다. 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Only one place could be scored; ranks say nothing.</source>
        <translation>평가한 장소가 한 곳뿐이므로 순위는 의미가 없습니다.</translation>
    </message>
    <message>
        <source>Only {scored:,} places were scored: all of them are among the best {top:,}.</source>
        <translation>평가한 장소가 {scored:,}곳뿐이므로 모두 상위 {top:,}곳에 포함됩니다.</translation>
    </message>
    <message>
        <source>Pairwise comparisons are possible for at most {most} criteria; there are {criteria}.</source>
        <translation>쌍대비교는 기준이 {most}개 이하일 때 사용할 수 있습니다(현재 {criteria}개).</translation>
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
        <source>Probability of being among the best {top}</source>
        <translation>상위 {top}개에 들 확률</translation>
    </message>
    <message>
        <source>Radii and distances start at the center of the zone (a point inside it, should the center lie outside).</source>
        <translation>반경과 거리는 구역의 중심점에서 측정합니다. 중심점이 구역 밖에 있으면 구역 안의 한 점에서 측정합니다.</translation>
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
        <source>Reading the district</source>
        <translation>구 경계 읽는 중</translation>
    </message>
    <message>
        <source>Reading the places</source>
        <translation>평가할 장소 읽는 중</translation>
    </message>
    <message>
        <source>Reading the zones</source>
        <translation>구역 읽는 중</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Reason: the three largest contributions with the value behind each.</source>
        <translation>이유: 기여도가 가장 큰 세 기준과 그 값(괄호 안은 기여도).</translation>
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
        <translation>참고 문헌</translation>
    </message>
    <message>
        <source>Report and record</source>
        <translation>보고서와 분석 이력 작성 중</translation>
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
        <source>Sample data</source>
        <translation>예제 자료</translation>
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
        <source>Scoring</source>
        <translation>점수 산정 중</translation>
    </message>
    <message>
        <source>Shares are computed from areas in the CRS of the cells.</source>
        <translation>비율은 격자 좌표계에서 계산한 면적으로 구합니다.</translation>
    </message>
    <message>
        <source>Show the run record</source>
        <translation>분석 이력 펼치기</translation>
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
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>TOPSIS: distance to the worst point divided by the distances to the worst and the ideal point.</source>
        <translation>TOPSIS: 점수는 최악점까지의 거리를 최악점까지의 거리와 이상점까지의 거리의 합으로 나눈 값입니다.</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>표 {number}</translation>
    </message>
    <message>
        <source>The Korean national grid has no cells of {size} m; it has: {known}.</source>
        <translation>국가격자에는 {size} m 격자가 없습니다. 있는 크기(m): {known}</translation>
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
        <source>The best places, and why</source>
        <translation>상위 장소와 그 이유</translation>
    </message>
    <message>
        <source>The cells lie on the Korean national grid, in {crs}.</source>
        <translation>격자를 국가격자에 맞추며, 좌표계는 {crs}입니다.</translation>
    </message>
    <message>
        <source>The code &apos;{text}&apos; is not one of a {size} m cell.</source>
        <translation>&apos;{text}&apos; 코드는 {size} m 격자의 코드가 아닙니다.</translation>
    </message>
    <message>
        <source>The column names of &apos;{layer}&apos; cannot be read: the file is not UTF-8 (Korean files are often CP949). Save it as &apos;CSV UTF-8&apos; in a table program, or choose its encoding when adding it to QGIS.</source>
        <translation>&apos;{layer}&apos; 레이어의 열 이름을 읽을 수 없습니다. 파일이 UTF-8이 아닙니다(국내 파일은 CP949인 경우가 많습니다). 엑셀 등에서 &apos;CSV UTF-8&apos;로 다시 저장하거나 QGIS에 추가할 때 인코딩을 지정하십시오.</translation>
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
        <source>The density of the table &apos;{layer}&apos; needs zones with an area: polygons, not points.</source>
        <translation>&apos;{layer}&apos; 표의 밀도를 산출하려면 면적이 있는 구역(폴리곤)이 필요합니다. 포인트는 사용할 수 없습니다.</translation>
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
        <source>The field &apos;{field}&apos; needs low (best value) and high (width) for gaussian.</source>
        <translation>&apos;{field}&apos; 필드에 gaussian 변환을 쓰려면 low(가장 좋은 값)와 high(폭)를 입력해야 합니다.</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; of &apos;{layer}&apos; is written as &apos;{written}&apos;: the result has a field of that name.</source>
        <translation>&apos;{layer}&apos; 레이어의 &apos;{field}&apos; 필드는 결과 필드와 이름이 같아 &apos;{written}&apos;(으)로 기록합니다.</translation>
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
        <source>The filter of the layer &apos;{layer}&apos; is wrong: {reason}</source>
        <translation>&apos;{layer}&apos; 레이어의 필터가 잘못되었습니다: {reason}</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Make it first or choose another one.</source>
        <translation>{folder} 폴더가 없습니다. 폴더를 먼저 만들거나 다른 폴더를 선택하십시오.</translation>
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
        <source>The grid is not north-up. Warp the raster first.</source>
        <translation>격자의 위쪽이 북쪽이 아닙니다. &apos;왜곡 (재투영)&apos; 도구로 래스터를 먼저 변환하십시오.</translation>
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
        <source>The national grid has squares of {sizes} m; given: {shape}, {size:g} m.</source>
        <translation>국가격자는 {sizes} m 정사각형만 있습니다(입력값: {shape}, {size:g} m).</translation>
    </message>
    <message>
        <source>The place {x:.0f}, {y:.0f} (EPSG:5179) is outside the Korean national grid.</source>
        <translation>위치(x {x:.0f}, y {y:.0f}, EPSG:5179)가 국가격자 범위를 벗어납니다.</translation>
    </message>
    <message>
        <source>The points of &apos;{field}&apos; have no meaning for its transform and were not used.</source>
        <translation>&apos;{field}&apos; 기준의 변환에는 points가 필요하지 않아 사용하지 않았습니다.</translation>
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
        <source>The score is an index that orders places under the stated criteria. It is no probability and no number of people.</source>
        <translation>점수는 제시한 기준에 따라 장소의 순서를 정하는 지수이며 확률이나 인원수가 아닙니다.</translation>
    </message>
    <message>
        <source>The style or the description of {name} could not be saved: {problem}</source>
        <translation>{name} 레이어의 스타일 또는 설명 정보를 저장하지 못하였습니다: {problem}</translation>
    </message>
    <message>
        <source>The transformation chosen in QGIS from {source} to {target} cannot be used for rasters. Choose another one in the settings.</source>
        <translation>QGIS에서 선택한 좌표 변환({source} → {target})은 래스터에 사용할 수 없습니다. 설정에서 다른 변환을 선택하십시오.</translation>
    </message>
    <message>
        <source>The weights of all {criteria} criteria are 0. Give at least one a weight.</source>
        <translation>기준 {criteria}개의 가중치가 모두 0입니다. 하나 이상의 기준에 가중치를 입력하십시오.</translation>
    </message>
    <message>
        <source>The zones could not be laid over the raster: {reason}</source>
        <translation>구역과 래스터를 중첩하지 못하였습니다: {reason}</translation>
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
        <source>There is no field &apos;{field}&apos;. There are: {available}.</source>
        <translation>&apos;{field}&apos; 필드가 없습니다. 있는 필드: {available}</translation>
    </message>
    <message>
        <source>There is no parameter {name}.</source>
        <translation>{name} 파라미터는 없습니다.</translation>
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
        <source>This needs the Python library {package}, which this QGIS does not have. Install it with: {line} | without internet, from a folder of wheels: python -m pip install --no-index --find-links FOLDER {package} | then start QGIS again.</source>
        <translation>필요한 파이썬 라이브러리({package})가 현재 QGIS에 없습니다. 설치 방법: {line} | 인터넷을 쓸 수 없으면 휠(wheel) 파일이 든 폴더에서 설치: python -m pip install --no-index --find-links FOLDER {package} | 설치한 뒤 QGIS를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>This report was made from synthetic sample data and does not describe a real place.</source>
        <translation>이 보고서는 가상의 예제 자료로 작성한 것으로, 실제 지역의 현황이 아닙니다.</translation>
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
        <source>Two shapes (rows {first} and {second}) cannot be laid over each other: {reason}. Repair the layer with &apos;Fix geometries&apos;.</source>
        <translation>두 도형({first}행, {second}행)을 중첩할 수 없습니다: {reason}. &apos;도형 수정&apos; 도구로 레이어를 고치십시오.</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Vertical lines: limits of the grades.</source>
        <translation>세로선: 등급 경계.</translation>
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
        <source>What is not among the criteria (ownership, permits, law) is not judged here.</source>
        <translation>기준에 포함되지 않은 사항(토지 소유, 인허가, 관계 법령 등)은 평가하지 않았습니다.</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>What this means for the result</source>
        <translation>결과에 미치는 영향</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>사용 내용</translation>
    </message>
    <message>
        <source>Why not here?</source>
        <translation>이곳은 왜 선정되지 않았는가?</translation>
    </message>
    <message>
        <source>Without a value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>Without value</source>
        <translation>값 없음</translation>
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
        <source>a number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>a raster</source>
        <translation>래스터</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>표</translation>
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
        <source>bell curve around the best value</source>
        <translation>최적값 중심의 종형 곡선</translation>
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
        <source>dates</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>dates with times</source>
        <translation>날짜와 시각</translation>
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
        <source>empty geometry</source>
        <translation>빈 도형</translation>
    </message>
    <message>
        <source>geometry of another type</source>
        <translation>다른 유형의 도형</translation>
    </message>
    <message>
        <source>invalid geometry that could not be repaired</source>
        <translation>고칠 수 없는 오류 도형</translation>
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
        <source>line through points</source>
        <translation>점을 잇는 선</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>라인</translation>
    </message>
    <message>
        <source>low and high of &apos;{field}&apos; have no meaning for its transform and were not used.</source>
        <translation>&apos;{field}&apos; 기준의 변환에는 low와 high가 필요하지 않아 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>mean of {field} ({layer})</source>
        <translation>{field} 평균({layer})</translation>
    </message>
    <message>
        <source>mix of {field} ({layer}, Shannon)</source>
        <translation>{field} 다양도({layer}, 섀넌 지수)</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>클수록 좋음</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>no geometry</source>
        <translation>도형 없음</translation>
    </message>
    <message>
        <source>number of {layer}</source>
        <translation>{layer} 개수</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>숫자</translation>
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
        <source>share of area of {layer} (0-1)</source>
        <translation>{layer} 면적 비율(0~1)</translation>
    </message>
    <message>
        <source>straight line</source>
        <translation>직선</translation>
    </message>
    <message>
        <source>sum of {field} ({layer})</source>
        <translation>{field} 합계({layer})</translation>
    </message>
    <message>
        <source>text</source>
        <translation>문자</translation>
    </message>
    <message>
        <source>value of each category</source>
        <translation>분류별 값</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>정수</translation>
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
        <source>{cells:,} cells of {size:g} m cover the district of {area:.2f} km2.</source>
        <translation>면적 {area:.2f} ㎢의 구를 {size:g} m 격자 {cells:,}개로 나누었습니다.</translation>
    </message>
    <message>
        <source>{cells:,} cells would be made; at most {limit:,} are. Choose larger cells.</source>
        <translation>격자 {cells:,}개가 만들어져 상한({limit:,}개)을 넘습니다. 격자 크기를 늘리십시오.</translation>
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
        <source>{count:,} places asked about are too far from any scored place.</source>
        <translation>문의 장소 {count:,}곳은 평가한 장소에서 너무 멀리 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>{count:,} values that do not fit the type of their field set to NULL</source>
        <translation>필드 유형에 맞지 않는 값 {count:,}개를 NULL로 처리</translation>
    </message>
    <message>
        <source>{disagreements:,} records carry the code of another zone than the one they lie in (the code was followed); {unknown:,} carry a code that no zone has (their position was followed, if they have one).</source>
        <translation>구역 코드와 실제 위치의 구역이 다른 자료 {disagreements:,}건은 코드를 따랐습니다. 구역에 없는 코드를 가진 자료 {unknown:,}건은 위치가 있으면 위치를 따랐습니다.</translation>
    </message>
    <message>
        <source>{features} features were measured for {zones:,} zones.</source>
        <translation>구역 {zones:,}개에 대하여 지표 {features}개를 산출하였습니다.</translation>
    </message>
    <message>
        <source>{field} ({layer})</source>
        <translation>{field}({layer})</translation>
    </message>
    <message>
        <source>{file} holds the columns only: this format has no shapes. Choose GeoPackage to see them on a map.</source>
        <translation>{file} 파일에는 속성만 저장됩니다. 이 형식은 도형을 저장하지 못하므로 지도에 표시하려면 GeoPackage를 선택하십시오.</translation>
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
        <source>{low} to {high}</source>
        <translation>{low}~{high}</translation>
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
        <source>{name} has no value above 0 in any zone. Does &apos;{layer}&apos; cover the district?</source>
        <translation>{name}: 모든 구역에서 값이 0이거나 없습니다. &apos;{layer}&apos; 레이어가 구 전체를 포함하는지 확인하십시오.</translation>
    </message>
    <message>
        <source>{name} must be above 0; given: {value}.</source>
        <translation>{name} 값은 0보다 커야 합니다(입력값: {value}).</translation>
    </message>
    <message>
        <source>{name}: no value</source>
        <translation>{name}: 값 없음</translation>
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
        <source>{output} would replace the file that {input} is read from, {path}. Choose another name.</source>
        <translation>결과 파일이 입력 파일을 덮어쓰게 됩니다: {output}, {input}({path}). 다른 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>{output} would replace the table that {input} is read from, {table}. Choose another name.</source>
        <translation>결과 테이블이 입력 테이블을 덮어쓰게 됩니다: {output}, {input}({table}). 다른 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>{parameter} is missing.</source>
        <translation>{parameter}: 필수 항목이 비어 있습니다.</translation>
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
        <source>{parameter}: &apos;{layer}&apos; is no vector layer.</source>
        <translation>{parameter}: &apos;{layer}&apos; 레이어는 벡터 레이어가 아닙니다.</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is no CRS that QGIS knows; give a code such as EPSG:5186.</source>
        <translation>{parameter}: &apos;{value}&apos; 좌표계는 QGIS에 없습니다. EPSG:5186과 같은 코드를 입력하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is no layer that can be opened.</source>
        <translation>{parameter}: &apos;{value}&apos; 레이어를 열 수 없습니다.</translation>
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
        <source>{parameter}: numbers above 0 are needed, separated by commas.</source>
        <translation>{parameter}: 0보다 큰 수를 쉼표로 구분하여 입력하십시오.</translation>
    </message>
    <message>
        <source>{parameter}: rising numbers between 0 and 1 are needed, such as 0.2,0.4,0.6,0.8.</source>
        <translation>{parameter}: 0과 1 사이의 수를 작은 것부터 입력하십시오(예: 0.2,0.4,0.6,0.8).</translation>
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
        <source>{parameter}: two numbers are needed, such as 0,0.</source>
        <translation>{parameter}: 0,0과 같이 수 두 개를 입력하십시오.</translation>
    </message>
    <message>
        <source>{path} already holds other tables ({tables}), which would be lost. Choose another file, or write into this one with: ogr:dbname=&apos;{path}&apos; table=&quot;{table}&quot; (geom)</source>
        <translation>{path} 파일에 다른 테이블({tables})이 있어 덮어쓰면 사라집니다. 다른 파일을 지정하거나, 이 파일에 추가하려면 다음과 같이 입력하십시오: ogr:dbname=&apos;{path}&apos; table=&quot;{table}&quot; (geom)</translation>
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
        <source>{scored:,} places were scored by {criteria} criteria. The most suitable is {place} with a score of {score:.3f}.</source>
        <translation>평가 기준 {criteria}개로 장소 {scored:,}곳을 평가하였습니다. 적합도가 가장 높은 장소는 &apos;{place}&apos;이며 점수는 {score:.3f}입니다.</translation>
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
</context>
</TS>
