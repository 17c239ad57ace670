"""Kinds of business: how many there are, what they are licensed as, how registers classify and how people name them.

``count`` of a kind is the number of shops of that industry that the commercial register of a real district of half a
million inhabitants has (state of 2026): the marginal that the sample is fitted to. Where that register has no such
industry the number is an assumption, as are all shares. Codes of shop industries are shaped like the real ones; only
those that the register's documentation shows are known to be right.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class License:
    """A type of license: name and folder in file names, id in the old layout ("" = no file), part of its numbers."""

    name: str
    folder: str
    old_id: str
    number: str


@dataclass(frozen=True)
class Shop:
    """Codes and names of a shop industry: three levels of the shop register, and the standard classification."""

    codes: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Kind:
    """A kind of business.

    Attributes:
        id: ASCII.
        license: its main license, "" = none is needed.
        closed: businesses that have closed since records began, for each one that is open.
        count: open businesses in a district of full size.
        place: where it settles: street, cellar, upper, mall, home, stay, office, clinic, study.
        chains: share of businesses that belong to a chain.
        own: heading in the district's own list of harmful businesses, "" = not in it.
        words: what its name may end with; the first ones are the most usual.
        style: how the license register calls the kind.
        brands: names of chains, each "name/other spelling".
        shop: its industry in the shop register; None = not in it.
    """

    id: str
    license: str
    closed: float
    count: int
    place: str
    chains: float
    own: str
    words: tuple[str, ...]
    style: str
    brands: tuple[str, ...]
    shop: Shop | None


# name | folder | id in the old layout | number
_LICENSES = """
일반음식점|식품|07_24_04_P|101
휴게음식점|식품|07_24_05_P|104
제과점영업|식품|07_22_18_P|121
단란주점영업|식품|07_23_01_P|103
유흥주점영업|식품|07_23_02_P|102
즉석판매제조가공업|식품|07_22_16_P|108
건강기능식품일반판매업|식품|07_22_12_P|134
식품자동판매기업|식품||113
노래연습장업|문화|03_09_01_P|213
인터넷컴퓨터게임시설제공업|문화|03_05_05_P|216
청소년게임제공업|문화|03_05_07_P|217
일반게임제공업|문화|03_05_08_P|218
복합유통게임제공업|문화||219
비디오물감상실업|문화|03_06_01_P|220
숙박업|생활|03_11_03_P|201
목욕장업|생활|11_44_01_P|202
이용업|생활|05_19_01_P|203
미용업|생활|05_18_01_P|204
세탁업|생활|06_20_01_P|205
통신판매업|생활|08_26_04_P|302
방문판매업|생활||301
체력단련장업|생활|10_42_01_P|412
당구장업|생활|10_33_01_P|405
골프연습장업|생활|10_31_01_P|402
체육도장업|생활|10_41_01_P|411
무도장업|생활||409
무도학원업|생활||410
담배소매업|기타|11_43_02_P|501
안경업|건강|01_02_01_P|601
약국|건강|01_01_06_P|602
의원|건강||603
동물병원|동물|02_03_01_P|701
출판사|문화||222
인쇄사|문화||223
옥외광고업|기타||502
"""

# id | license | closed per open | open | place | chains | own list | words | style
_KINDS = """
hansik|일반음식점|3.1|1582|street|.06||식당 밥상 한식 가든 회관 정식 백반 밥집 쌈밥 한상 손맛 집밥|한식
cafe|휴게음식점|1.9|1121|street|.33||카페 커피 다방 커피숍 커피하우스 로스터스|커피숍
pork|일반음식점|3.0|509|street|.18||숯불갈비 삼겹살 갈비 고기집 식당 정육식당 구이|식육(숯불구이)
snack|휴게음식점|2.6|425|street|.34||분식 김밥 떡볶이 만두 김밥나라|분식
pub|일반음식점|3.4|424|cellar|.14|주점(호프·소주방)|포차 주막 술집 이자카야 호프 선술집|호프/통닭
beer|일반음식점|3.8|280|cellar|.20|주점(호프·소주방)|호프 호프집 맥주 비어 소주방 펍|호프/통닭
chicken|일반음식점|3.0|341|street|.60||치킨 통닭 닭집 닭강정|통닭(치킨)
bakery|제과점영업|2.0|301|street|.28||베이커리 제과 빵집 제과점 과자점|제과점영업
soup|일반음식점|3.0|277|street|.12||국밥 해장국 감자탕 설렁탕 탕집|탕류(보신용)
japan|일반음식점|2.6|229|street|.15||초밥 스시 일식 횟집 돈까스|일식
noodle|일반음식점|2.8|206|street|.14||칼국수 국수 냉면 손칼국수 밀면|한식
china|일반음식점|2.7|196|street|.05||반점 짬뽕 중화요리 각 루 반점 마라탕|중국식
western|일반음식점|2.6|255|upper|.20||레스토랑 파스타 스테이크 키친 돈까스|경양식
seafood|일반음식점|2.9|216|street|.08||횟집 수산 조개구이 아구찜 해물탕|횟집
pizza|일반음식점|2.4|157|street|.60||피자 피자집|패스트푸드
danran|단란주점영업|3.2|62|cellar|0|단란주점|단란주점 노래주점 가라오케 주점|단란주점
yuheung|유흥주점영업|2.6|104|cellar|0|유흥주점|유흥주점 룸 클럽 나이트 살롱 주점|룸살롱
karaoke|노래연습장업|2.4|382|cellar|.08|노래연습장|노래연습장 노래방 코인노래방 노래타운 노래클럽|노래연습장업
pcroom|인터넷컴퓨터게임시설제공업|5.5|96|upper|.34|PC방|PC방 피씨방 피시방 게임랜드|인터넷컴퓨터게임시설제공업
arcade|청소년게임제공업|3.5|72|street|.1|게임제공업|오락실 게임장 게임랜드 뽑기방|청소년게임제공업
game|일반게임제공업|6.0|34|cellar|0|게임제공업|게임장 오락실 게임랜드|일반게임제공업
mixgame|복합유통게임제공업|2.0|8|upper|0|게임제공업|멀티방 게임카페|복합유통게임제공업
dvd|비디오물감상실업|6.0|9|upper|0|비디오감상실|비디오감상실 DVD방 영화방|비디오물감상실업
motel|숙박업|1.4|136|stay|.05|숙박업|모텔 여관 여인숙 호텔 장|숙박업(일반)
sauna|목욕장업|2.6|34|cellar|0|목욕장|사우나 목욕탕 찜질방 불가마|공동탕업
barber|이용업|2.2|188|cellar|.03|이용업|이용원 이발관 바버샵 이용소|일반이용업
dance|무도장업|2.0|8|cellar|0|무도장|무도장 콜라텍|무도장업
danceschool|무도학원업|2.0|11|upper|0|무도학원|무도학원 댄스학원|무도학원업
hair|미용업|2.2|1459|street|.09||헤어 미용실 헤어샵 머리방 헤어살롱 살롱|일반미용업
skin|미용업|1.9|556|upper|.06||에스테틱 피부관리실 스킨케어 뷰티|피부미용업
nail|미용업|2.1|391|street|.03||네일 네일샵 네일아트|네일미용업
laundry|세탁업|1.7|197|street|.25||세탁소 크리닝 세탁 빨래방|일반세탁업
conv|휴게음식점|2.3|479|street|.88||편의점 24시편의점|편의점
super|담배소매업|3.1|402|street|.15||슈퍼 마트 슈퍼마켓 할인마트 상회|지정담배소매업
pharmacy|약국|1.4|244|street|.02||약국|약국
clinic|의원|1.1|640|clinic|.02||의원 내과의원 정형외과의원 피부과의원 이비인후과의원|의원
dental|의원|.9|214|clinic|.05||치과의원 치과|치과의원
oriental|의원|1.0|174|clinic|.03||한의원|한의원
vet|동물병원|1.2|34|street|.02||동물병원 동물메디컬센터|동물병원
glasses|안경업|1.5|101|street|.35||안경 안경원 안경점|안경업
gym|체력단련장업|2.6|222|upper|.12||헬스 휘트니스 짐 헬스클럽 PT샵|체력단련장업
billiard|당구장업|5.0|97|upper|.04||당구장 당구클럽|당구장업
golf|골프연습장업|2.4|118|upper|.25||골프연습장 스크린골프 골프|골프연습장업
dojo|체육도장업|1.9|168|upper|.08||태권도장 태권도 검도관 합기도 체육관|체육도장업
health|건강기능식품일반판매업|2.6|620|street|.2||건강 건강원 홍삼 바이오 헬스케어|건강기능식품일반판매업
butcher|즉석판매제조가공업|2.8|560|street|.1||정육점 축산 반찬 떡집 방앗간 두부|즉석판매제조가공업
online|통신판매업|1.85|10400|home|0||몰 샵 마켓 스토어 컴퍼니 트레이딩 상사 스튜디오 랩|통신판매업
vending|식품자동판매기업|9.0|330|mall|0||자판기 커피자판기 자동판매기|식품자동판매기영업
visit|방문판매업|3.0|260|office|.2||방문판매 대리점 지사 판매|방문판매업
publisher|출판사|.6|1050|home|0||출판사 북스 미디어 출판 기획|출판사
printer|인쇄사|1.6|190|street|0||인쇄 인쇄사 프린팅 기획인쇄|인쇄사
signs|옥외광고업|1.5|310|street|0||광고 간판 사인 광고기획|옥외광고업
estate||.35|1000|street|.02||공인중개사사무소 부동산 공인중개사 부동산중개|
clothes||.35|1013|street|.12||의류 패션 옷가게 부티크 양품점|
cosmetic||.35|360|street|.35||화장품 코스메틱 뷰티|
phoneshop||.35|230|street|.4||모바일 휴대폰 통신 텔레콤|
flower||.35|280|street|.04||꽃집 플라워 화원 꽃방|
consult||.35|677|office|.02||컨설팅 파트너스 기획 연구소 솔루션|
lawyer||.2|537|office|0||법률사무소 법무사사무소 세무회계 세무사사무소|
cleaning||.35|329|office|.05||클린 환경 청소 홈케어|
interior||.35|475|office|.03||인테리어 디자인 건축 건축사사무소|
garage||.3|370|street|.15||모터스 카센터 정비 자동차공업사 세차장|
photo||.35|208|upper|.04||스튜디오 사진관 포토|
hardware||.3|600|street|.05||철물 공구 전자 문구 가구|
produce||.35|520|street|.05||청과 과일 야채 수산물 식자재|
repair||.35|520|street|.04||수리 수선 컴퓨터수리 전자 서비스|
goods||.35|980|street|.12||스포츠 신발 가방 금은방 침구 커튼 완구|
advert||.35|560|office|.02||광고 기획 이벤트 커뮤니케이션 디자인|
travel||.35|330|office|.06||여행사 투어 인력 웨딩 상조|
rental||.35|290|street|.2||렌탈 렌터카 대여 빨래방|
study||.35|240|upper|.3||독서실 스터디카페 교육원 교육센터|
drinks|일반음식점|2.8|330|street|.18||족발 보쌈 버거 곱창 닭갈비 오리|한식
lottery||.4|45|street|0|복권판매점|복권방 로또 복권|
adult||1.2|13|cellar|.2|성인용품점|성인용품 성인샵|
telroom||2.0|7|cellar|0|전화방·화상방|전화방 화상방|
roomcafe||1.0|14|upper|.1|룸카페|룸카페 카페|
comics||1.2|16|upper|.3|만화대여업|만화방 만화카페|
academy||.25|1003|study|.07||학원 입시학원 보습학원 수학학원 영어학원 국어학원 논술학원|
music||.25|238|study|.04||음악학원 피아노학원 피아노 실용음악학원|
art||.25|139|study|.05||미술학원 아트 미술교습소|
language||.25|166|study|.15||어학원 영어교습소 외국어학원 영어|
job||.25|290|study|.05||직업전문학교 컴퓨터학원 요리학원 미용학원 평생교육원|
"""

# chains of a kind
_BRANDS = """
cafe|구름정원커피/CLOUDGARDEN 메아리커피/MEARI 백송다방/백송커피 나무결커피/NAMUGYEOL 온새미커피/ONSAEMI
conv|온마을25/ONMAUL25 하루장터24/HARU24 씨앗편의점/SEED 늘봄24/NEULBOM24 두레25/DURE25
chicken|꼬꼬마당치킨/꼬꼬마당 바삭나라치킨/바삭나라 노란볏치킨/노란볏통닭 두발로치킨/두발로 장작가마통닭/장작가마
pizza|화덕언덕피자/화덕언덕 둥근달피자/둥근달 세모나라피자/세모나라PIZZA 치즈강피자/치즈강
snack|소풍날김밥/소풍날 한줄김밥마을/한줄김밥 매콤골목떡볶이/매콤골목 참김밥세상/참김밥
bakery|밀밭언덕/밀밭언덕베이커리 오븐마을/OVENMAUL 아침빵집/아침빵
pork|화로마당/화로마당숯불갈비 고기굽는날/고굽날 돼지언덕/돼지언덕생고기
pub|골목별주막/골목별 달무리포차/달무리 이층집이자카야/이층집
beer|맥주마당/맥주마당호프 첫잔비어/첫잔 시원한골목/시원한골목호프
japan|바다결초밥/바다결 하루초밥/HARU초밥
soup|가마솥할매국밥/가마솥국밥 새벽국밥/새벽국밥집
noodle|멸치국수마을/국수마을 면발이야기/면발
western|나폴나폴파스타/나폴나폴 언덕위키친/언덕위KITCHEN
pcroom|번개PC방/번개피씨방 아레나존PC방/아레나존 별마루PC방/별마루피씨
hair|머리결이야기/머리결 살롱드봄/SALON_DE_BOM 가위소리헤어/가위소리
skin|맑은결에스테틱/맑은결 피부정원/피부정원스킨케어
laundry|하얀빨래터/하얀빨래터셀프빨래방 크린나루/CLEANNARU
super|나눔할인마트/나눔마트 우리골목슈퍼/우리골목
glasses|밝은세상안경/밝은안경 두눈안경/두눈
gym|튼튼짐/TNTN_GYM 새벽휘트니스/새벽핏
golf|초록그린스크린골프/초록그린 한방스크린/한방골프
cosmetic|고운빛화장품/고운빛 온고을코스메틱/온고을
phoneshop|한소리텔레콤/한소리 번쩍모바일/번쩍
clothes|옷날개/옷나래 아홉벌/9벌
health|뿌리깊은홍삼/뿌리홍삼 산들건강/산들
garage|빠른손모터스/빠른손 타이어나루/TIRENARU
academy|깊은샘학원/깊은샘 생각나무보습학원/생각나무 오르막수학학원/오르막수학
language|말문열린영어/말문영어 파란책어학원/파란책
motel|쉼표호텔/쉼표모텔 별헤는밤모텔/별헤는밤
karaoke|한곡더코인노래방/한곡더 락휴코인노래연습장/락휴
visit|한울생활/한울 초록샘/초록샘생활건강
comics|만화다락/만화다락방
adult|비밀상자/비밀상자성인용품
"""

# id | codes | names, of the shop register and of the standard classification
_SHOPS = """
hansik|I2 I201 I20101 I56111|음식;한식;백반/한정식;한식 일반 음식점업
cafe|I2 I212 I21201 I56221|음식;비알코올;카페;커피 전문점
pork|I2 I201 I20107 I56113|음식;한식;돼지고기 구이/찜;한식 육류요리 전문점
snack|I2 I210 I21007 I56194|음식;기타 간이;김밥/만두/분식;김밥 및 기타 간이 음식점업
pub|I2 I211 I21104 I56219|음식;주점;요리 주점;기타 주점업
beer|I2 I211 I21103 I56213|음식;주점;생맥주 전문;생맥주 전문점
chicken|I2 I210 I21006 I56193|음식;기타 간이;치킨;치킨 전문점
bakery|I2 I210 I21001 I56191|음식;기타 간이;빵/도넛;제과점업
soup|I2 I201 I20102 I56111|음식;한식;국/탕/찌개류;한식 일반 음식점업
japan|I2 I203 I20301 I56122|음식;일식;일식 회/초밥;일식 음식점업
noodle|I2 I201 I20104 I56112|음식;한식;국수/칼국수;한식 면 요리 전문점
china|I2 I202 I20201 I56121|음식;중식;중국집;중식 음식점업
western|I2 I204 I20401 I56123|음식;서양식;경양식;서양식 음식점업
seafood|I2 I201 I20110 I56114|음식;한식;횟집;한식 해산물요리 전문점
pizza|I2 I210 I21003 I56192|음식;기타 간이;피자;피자, 햄버거, 샌드위치 및 유사 음식점업
danran|I2 I211 I21101 I56211|음식;주점;일반 유흥 주점;일반 유흥 주점업
yuheung|I2 I211 I21101 I56211|음식;주점;일반 유흥 주점;일반 유흥 주점업
karaoke|R1 R104 R10408 R91223|예술·스포츠;유원지·오락;노래방;노래연습장 운영업
pcroom|R1 R104 R10407 R91222|예술·스포츠;유원지·오락;PC방;컴퓨터 게임방 운영업
arcade|R1 R104 R10406 R91221|예술·스포츠;유원지·오락;전자 게임장;전자 게임장 운영업
game|R1 R104 R10406 R91221|예술·스포츠;유원지·오락;전자 게임장;전자 게임장 운영업
mixgame|R1 R104 R10409 R91229|예술·스포츠;유원지·오락;기타 오락장;기타 오락장 운영업
dvd|R1 R104 R10409 R91229|예술·스포츠;유원지·오락;기타 오락장;기타 오락장 운영업
motel|I1 I101 I10102 I55102|숙박;일반 숙박;여관/모텔;여관업
sauna|S2 S208 S20801 S96121|수리·개인;욕탕·신체관리;목욕탕/사우나;욕탕업
barber|S2 S207 S20702 S96111|수리·개인;이용·미용;이발소;이용업
hair|S2 S207 S20701 S96112|수리·개인;이용·미용;미용실;두발 미용업
skin|S2 S207 S20703 S96113|수리·개인;이용·미용;피부 관리실;피부 미용업
nail|S2 S207 S20704 S96119|수리·개인;이용·미용;네일숍;기타 미용업
laundry|S2 S209 S20901 S96912|수리·개인;세탁;세탁소;가정용 세탁업
conv|G2 G204 G20405 G47122|소매;종합 소매;편의점;체인화 편의점
super|G2 G204 G20404 G47121|소매;종합 소매;슈퍼마켓;슈퍼마켓
pharmacy|G2 G215 G21501 G47811|소매;의약·화장품 소매;약국;의약품 및 의료용품 소매업
clinic|Q1 Q102 Q10201 Q86201|보건의료;의원;내과/소아과 의원;일반 의원
dental|Q1 Q102 Q10210 Q86202|보건의료;의원;치과의원;치과 의원
oriental|Q1 Q102 Q10211 Q86203|보건의료;의원;한의원;한의원
vet|M1 M111 M11101 M73100|과학·기술;수의;동물병원;수의업
glasses|G2 G208 G20804 G47822|소매;안경·정밀기기 소매;안경렌즈 소매업;안경 및 렌즈 소매업
gym|R1 R103 R10306 R91136|예술·스포츠;스포츠 서비스;헬스장;체력단련시설 운영업
billiard|R1 R103 R10308 R91135|예술·스포츠;스포츠 서비스;당구장;당구장 운영업
golf|R1 R103 R10309 R91137|예술·스포츠;스포츠 서비스;골프 연습장;골프 연습장 운영업
dojo|P1 P106 P10601 P85611|교육;기타 교육;태권도/무술학원;태권도 및 무술 교육기관
health|G2 G206 G20605 G47219|소매;식료품 소매;건강보조식품 소매업;기타 식료품 소매업
butcher|G2 G206 G20601 G47212|소매;식료품 소매;정육점;육류 소매업
visit|G2 G222 G22201 G47993|소매;기타 상품 소매;그 외 기타 상품 전문 소매업;방문 판매업
printer|N1 N110 N11001 C18119|시설관리·임대;사무 지원;복사업;기타 인쇄업
signs|M1 M107 M10702 M71391|과학·기술;광고;명함/간판/광고물 제작;옥외 및 전시 광고업
estate|L1 L102 L10203 L68221|부동산;부동산 서비스;부동산 중개/대리업;부동산 중개 및 대리업
clothes|G2 G209 G20901 G47419|소매;섬유·의복·신발 소매;기타 의류 소매업;기타 의복 소매업
cosmetic|G2 G215 G21503 G47813|소매;의약·화장품 소매;화장품 소매업;화장품, 비누 및 방향제 소매업
phoneshop|G2 G207 G20702 G47312|소매;가전·통신 소매;핸드폰 소매업;통신기기 소매업
flower|G2 G218 G21801 G47851|소매;식물 소매;꽃집;화초 및 식물 소매업
consult|M1 M106 M10601 M71531|과학·기술;경영 컨설팅;경영 컨설팅업;경영 컨설팅업
lawyer|M1 M103 M10301 M71101|과학·기술;법무관련;변호사;변호사업
cleaning|N1 N103 N10301 N74211|시설관리·임대;청소·방제;건축물 일반 청소업;건축물 일반 청소업
interior|M1 M113 M11301 M73202|과학·기술;전문 디자인;인테리어 디자인업;인테리어 디자인업
garage|S2 S203 S20301 S95211|수리·개인;자동차 수리·세차;자동차 정비소;자동차 종합 수리업
photo|M1 M112 M11201 M73301|과학·기술;사진 촬영;사진촬영업;인물 사진 및 행사용 영상 촬영업
hardware|G2 G213 G21301 G47511|소매;철물·건설자재 소매;철물/공구 소매업;철물 및 난방용구 소매업
produce|G2 G206 G20603 G47214|소매;식료품 소매;채소/과일 소매업;채소, 과실 및 뿌리작물 소매업
repair|S2 S204 S20401 S95399|수리·개인;가전제품 수리;그 외 기타 개인/가정용품 수리업;기타 가정용품 수리업
goods|G2 G214 G21401 G47631|소매;운동·가정용품 소매;운동용품 소매업;운동 및 경기용품 소매업
advert|M1 M107 M10701 M71310|과학·기술;광고;광고 대행업;광고 대행업
travel|N1 N108 N10801 N75210|시설관리·임대;여행;여행사;여행사업
rental|N1 N111 N11101 N76299|시설관리·임대;개인용품 대여;기타 개인/가정용품 대여업;기타 개인 및 가정용품 임대업
study|R1 R102 R10201 R90212|예술·스포츠;도서관·사적지;독서실/스터디 카페;독서실 운영업
drinks|I2 I201 I20109 I56113|음식;한식;족발/보쌈;한식 육류요리 전문점
lottery|R1 R104 R10410 R91241|예술·스포츠;유원지·오락;복권 발행/판매업;복권 발행 및 판매업
adult|G2 G222 G22202 G47859|소매;기타 상품 소매;그 외 기타 상품 전문 소매업;그 외 기타 상품 전문 소매업
roomcafe|R1 R104 R10409 R91229|예술·스포츠;유원지·오락;기타 오락장;기타 오락장 운영업
comics|R1 R104 R10411 R90212|예술·스포츠;유원지·오락;만화방;독서실 운영업
academy|P1 P105 P10501 P85501|교육;일반 교육;입시·교과학원;일반 교과학원
music|P1 P106 P10604 P85622|교육;기타 교육;음악학원;음악학원
art|P1 P106 P10605 P85621|교육;기타 교육;미술학원;미술학원
language|P1 P106 P10606 P85631|교육;기타 교육;외국어학원;외국어학원
job|P1 P106 P10607 P85659|교육;기타 교육;기타 기술/직업 훈련학원;기타 기술 및 직업훈련학원
"""

SECOND_LICENSES = {
    "conv": (("담배소매업", 0.60),),
    "cafe": (("즉석판매제조가공업", 0.06),),
    "bakery": (("즉석판매제조가공업", 0.08),),
    "super": (("즉석판매제조가공업", 0.05),),
    "motel": (("일반음식점", 0.05),),
}
"""License that businesses of a kind hold besides their main one, and the share that does (an assumption)."""

LEARNING = ("academy", "music", "art", "language", "job")
"""Kinds in the register of academies."""


def _rows(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.strip().splitlines()]


LICENSES: dict[str, License] = {row[0]: License(*row) for row in _rows(_LICENSES)}


def _kinds() -> dict[str, Kind]:
    brands = {row[0]: tuple(word.replace("_", " ") for word in row[1].split(" ")) for row in _rows(_BRANDS)}
    shops = {row[0]: Shop(tuple(row[1].split()), tuple(row[2].split(";"))) for row in _rows(_SHOPS)}
    made = {}
    for name, license_, closed, count, place, chains, own, words, style in _rows(_KINDS):
        own_brands = brands.get(name, ())
        made[name] = Kind(
            name, license_, float(closed), int(count), place, float(chains) if own_brands else 0.0, own,
            tuple(words.split()), style, own_brands, shops.get(name),
        )  # fmt: skip
    return made


KINDS: dict[str, Kind] = _kinds()
