<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>SeoDistrict</name>
    <message>
        <source>  {layer}: {by_code:,} records by their zone code, {by_place:,} by position; {disagreements:,} disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  {layer}: {count:,} records carry a code that no zone has ({codes})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Did you mean {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{field}&apos; has the same value ({value}) everywhere: it cannot tell the places apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{field}&apos; has the weight 0 and changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{field}&apos;: {count:,} places have a category without a value ({categories}) and get no score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{field}&apos;: {count:,} values are no numbers (for example &apos;{example}&apos;) and count as missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{method}&apos; is no method. Possible: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no code of the Korean national grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, within {radius:g} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Prepare data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Pedestrian traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 Site selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 Flood and snow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 Youth safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 Trust and publishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 Ready-made chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point on the border of two zones belongs to exactly one of them, so that sums over zones add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights are equal: nobody has said otherwise. Give a criteria table or comparisons to change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {places:,} places are excluded by the rules ({rules}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the best {top}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the best {top}: score {score:.3f}, rank {rank:,} of {count:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis CRS: {crs} ({name}), as given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis CRS: {crs} ({name}), that of the first layer: metric and true to scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis CRS: {crs} ({name}), the Korean belt of the data; the first layer is in {declared}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis CRS: {crs} ({name}), the UTM zone of the data; the first layer is in {declared}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applying the exclusion rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells of the Korean national grid (EPSG:5179). A code has two letters for the 100 km square and the lower left corner of the cell: 2+2 digits in km (1 km cells), 3+3 in 100 m (100 m cells), else 4+4 in 10 m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells of {size} m cannot be made. Give a size above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells on the district&apos;s edge reach beyond it unless they are clipped; the field &apos;share&apos; says how much is inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose fields, give a criteria table, or choose packaged criteria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing the cells inside the district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City district: sites and risks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts are 0 where there is nothing; means, distances and mixes have no value there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria and weights: please confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria as used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria row {row}, column {column}: &apos;{text}&apos; is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria row {row}, column {column}: &apos;{text}&apos; is not known. Possible: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria row {row}: &apos;{field}&apos; needs low (best value) and high (width) for gaussian.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria row {row}: &apos;{field}&apos; needs the column points for {transform}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria row {row}: for &apos;{field}&apos; low ({low}) must be below high ({high}). Use the direction to turn it round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria row {row}: the field &apos;{field}&apos; stands in row {first_row} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria row {row}: the field is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria row {row}: the places have no field &apos;{field}&apos;. They have: {available}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria row {row}: the points of &apos;{field}&apos; are wrong at &apos;{text}&apos;. Form: 0:0; 300:1 for piecewise, park=1; school=0.5 for categories; values from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria row {row}: the weight {weight} of &apos;{field}&apos; is negative. Use the direction &apos;cost&apos; for what is bad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria row {row}: the width {width} of &apos;{field}&apos; must be above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data used and data missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distances are straight lines, not ways to walk. Counts near the edge miss what lies outside the layers given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dot: rank under the given weights. Line: 5 to 95 % of the ranks when the weights are drawn {draws:,} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded by the rule {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded by the rule {rule}. Without it: score {score:.3f}, rank {rank:,} of {count:,}; it lacks most in {weakest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusion rule {rule} fails in row {row} of &apos;{layer}&apos;: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusion rule {rule}: there is no field &apos;{field}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusion rule {rule}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert {expert}, row {row}, column {column}: &apos;{text}&apos; is no number or fraction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert {expert}, row {row}, column {column}: &apos;{text}&apos; must be above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert {expert}, row {row}: a criterion against itself is 1, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert {expert}, row {row}: {entries} values for {criteria} criteria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert {expert}: row {row}, column {column} is {value:g}, but the opposite is {opposite:g} and not its reciprocal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert {expert}: the consistency ratio {ratio:.2f} is above 0.10. Look first at {first} against {second}: given {given:.2g}, fitting {fitting:.2g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert {expert}: {rows} rows for {criteria} criteria. Rows are separated by semicolons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features and their values over all zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures are drawn by a script inside this file; the browser has scripts switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade {grade} ({low:g} to {high:g})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML report (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure the ranks are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel sums: quartic (1-(d/r)^2)^2; Gaussian exp(-0.5 (d/(r/3))^2), cut at r; both are 1 at distance 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of this analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix: Shannon&apos;s index with the natural logarithm; 0 means one category only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostly because of {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naming the places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighboring places share most of their surroundings, so the best ones lie together: read them as areas, not as a set of sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cell lies in the district. Choose smaller cells, or another setting for cells at the edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer says where it lies. Set the CRS of the layers, then run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No score: no value for {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {places:,} places has a value for every criterion ({excluded:,} are excluded). Without a value: {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough memory. Try fewer features, smaller radii or larger cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored or excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored: no value for {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written into the folder {folder}. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one place could be scored; ranks say nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {scored:,} places were scored: all of them are among the best {top:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairwise comparisons are possible for at most {most} criteria; there are {criteria}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places asked about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places by grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places excluded by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radii and distances start at the center of the zone (a point inside it, should the center lie outside).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank intervals: {draws:,} draws of the weights from a Dirichlet distribution around the given ones (concentration {concentration:g}, seed {seed}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: the three largest contributions with the value behind each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{field}&apos; are no classes; give numbers such as 41 42.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; cannot be taken of the layer &apos;{layer}&apos; ({kind}). Possible: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; is no measure. Measures: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; of the layer &apos;{layer}&apos; needs a field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; of the layer &apos;{layer}&apos; needs a radius.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; of the layer &apos;{layer}&apos; needs zones with an area, or a radius.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; of the layer &apos;{layer}&apos; takes no field; leave &apos;{field}&apos; out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: &apos;{measure}&apos; of the layer &apos;{layer}&apos; takes no radius; leave it blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: several layers are called &apos;{layer}&apos;. Give the number of the layer: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: the layer &apos;{layer}&apos; is joined by code; choose the field with the zone code (ZONE_ID_FIELD) and name the layer&apos;s own in the column zone_field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: the layer is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: the name &apos;{name}&apos; is not possible; use letters a-z, digits and _, a letter first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: the name &apos;{name}&apos; is too like &apos;{other}&apos; of row {other_row} (the first ten letters count).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: the radius &apos;{radius}&apos; is no number of metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: the zones already have a field &apos;{name}&apos; (the first ten letters count).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe row {row}: there is no layer &apos;{layer}&apos;. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report and record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run record (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score {score:.3f}, rank {rank:,} of {count:,} (better than {percentile:.0f} %). It lacks most in {weakest}. Taking it instead of number {top} would lose {loss:.3f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares are computed from areas in the CRS of the cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the run record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing that was there has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOPSIS: distance to the worst point divided by the distances to the worst and the ideal point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Korean national grid has no cells of {size} m; it has: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The analysis CRS {crs} ({name}) is not in metres. Choose a projected CRS in metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best places, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cells lie on the Korean national grid, in {crs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code &apos;{text}&apos; is not one of a {size} m cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinates of the layer &apos;{layer}&apos; ({crs}; {extent}) seem to be swapped: latitude stands where longitude should. Swap the two columns, or import the file anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinates of the layer &apos;{layer}&apos; ({extent}) are not where its CRS {crs} can be used. Set the right CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The criteria table has a column &apos;{column}&apos; that is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The criteria table has no column &apos;{column}&apos;. It has: {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The criteria table has no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The criteria table has the column &apos;{column}&apos; twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent {bounds} cannot be transformed: {reason}. Check the CRS of the layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent {bounds} is empty or no number. Check the district layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; has negative values ({value}); the transform &apos;vector&apos; needs values from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; holds no numbers (for example &apos;{example}&apos;). Use the transform &apos;categories&apos; for words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; holds whole numbers that are too large. Store it as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; needs low (best value) and high (width) for gaussian.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; of the layer &apos;{layer}&apos; holds text; &apos;{measure}&apos; needs numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; of the layer &apos;{layer}&apos; holds {kind}; another type is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos;: the value for 0 ({low}) and the value for 1 ({high}) leave no range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter of the layer &apos;{layer}&apos; is wrong: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Make it first or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The geometry of zone {zone} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The geometry of zone {zone} is no polygon (type {type}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grade limits {cuts} must rise and lie between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; ({parameter}) cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; could not be read. Is its file still there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; has geometry of type {found}; needed: {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; has no CRS. Set it in the layer&apos;s properties, then run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; has no field &apos;{field}&apos;. It has: {available}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; has no field &apos;{field}&apos;. It has: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; says {crs}, but its coordinates ({extent}) are degrees. Set its CRS to EPSG:4326.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The national grid has squares of {sizes} m; given: {shape}, {size:g} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place {x:.0f}, {y:.0f} (EPSG:5179) is outside the Korean national grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The points of &apos;{field}&apos; have no meaning for its transform and were not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raster &apos;{layer}&apos; cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raster &apos;{layer}&apos; has no band &apos;{band}&apos;. It has: {available}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raster &apos;{layer}&apos; has no band {band}; it has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raster &apos;{layer}&apos; is no file ({provider}). Save it as GeoTIFF first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raster &apos;{layer}&apos; is rotated. Warp it to north-up first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raster &apos;{layer}&apos;, band {band}, holds complex numbers, which cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe table has no column &apos;{column}&apos;. It has: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe table has no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record names inputs, settings and versions, so that the run can be repeated and checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score is an index that orders places under the stated criteria. It is no probability and no number of people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The style or the description of {name} could not be saved: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transformation chosen in QGIS from {source} to {target} cannot be used for rasters. Choose another one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of all {criteria} criteria are 0. Give at least one a weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zones could not be laid over the raster: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pairwise comparisons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no places to score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field &apos;{field}&apos;. There are: {available}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no parameter {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This figure could not be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is complete in itself: it opens without the internet and sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs the Python library {package}, which this QGIS does not have. Install it with: {line} | without internet, from a folder of wheels: python -m pip install --no-index --find-links FOLDER {package} | then start QGIS again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This report was made from synthetic sample data and does not describe a real place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transforms, ranks and means look at the scored places only; places with equal scores share a rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two shapes (rows {first} and {second}) cannot be laid over each other: {reason}. Repair the layer with &apos;Fix geometries&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical lines: limits of the grades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted product: transformed values (at least 0.01) to the power of their weights, multiplied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted sum: the score is the sum of weight times transformed value; the contributions add up to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights are judgements. The rank interval shows what follows if they are somewhat different.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights from pairwise comparisons of {experts} expert(s); consistency ratios: {ratios}; combined: {combined:.3f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not among the criteria (ownership, permits, law) is not judged here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this means for the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coordinates outside what the CRS can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coordinates that are no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coordinates that cannot be transformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance to the nearest of {layer} (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geometry of another type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid geometry that could not be repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest {field} ({layer})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least {field} ({layer})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length of {layer} (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low and high of &apos;{field}&apos; have no meaning for its transform and were not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {field} ({layer})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mix of {field} ({layer}, Shannon)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of area of {layer} (0-1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of {field} ({layer})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too far from any scored place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cells:,} cells of {size:g} m cover the district of {area:.2f} km2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cells:,} cells would be made; at most {limit:,} are. Choose larger cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} curved shapes turned into segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} dates outside the years 1678 to 2261 set to NULL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} invalid polygons repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} multipoints taken at their center</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} values that do not fit the type of their field set to NULL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{disagreements:,} records carry the code of another zone than the one they lie in (the code was followed); {unknown:,} carry a code that no zone has (their position was followed, if they have one).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{features} features were measured for {zones:,} zones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} ({layer})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{landmark} ({distance:.0f} m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} ({rows} rows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has no geometry and no field called as the zone code field: it was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} per km2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, weighted by nearness (Gaussian)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, weighted by nearness (quartic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}: read {read} rows = used {used} + left out {rejected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written to {where}: the disk may be full, the folder read-only or the format unable to hold it. Nothing that was there has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be above 0; given: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {written} of {expected} rows were written. The disk may be full. Nothing that was there has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: &apos;{layer}&apos; is no raster layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: &apos;{layer}&apos; is no vector layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is no layer that can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is not a possible value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: &apos;{value}&apos; is not one of: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: numbers above 0 are needed, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: rising numbers between 0 and 1 are needed, such as 0.2,0.4,0.6,0.8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: the field &apos;{field}&apos; of the layer &apos;{layer}&apos; holds text, numbers are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: the layer &apos;{layer}&apos; cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: the layer &apos;{layer}&apos; has no features (with its filter or selection).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: the layer &apos;{layer}&apos; has no field &apos;{field}&apos;. It has: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: the layer &apos;{layer}&apos; has {found}; needed: {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: two numbers are needed, such as 0,0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} already holds other tables ({tables}), which would be lost. Choose another file, or write into this one with: ogr:dbname=&apos;{path}&apos; table=&quot;{table}&quot; (geom)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder. Give the name of a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is open in another program or cannot be replaced ({problem}); the result was kept as {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scored:,} places were scored by {criteria} criteria. The most suitable is {place} with a score of {score:.3f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {total} data sets were used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weights} weights for {criteria} criteria.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
