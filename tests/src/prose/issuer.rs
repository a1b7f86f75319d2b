//! Who issues the invented reports.

use fastrand::Rng;

/// The kinds of organs that report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A ministry or administration of the State.
    Ministry,
    /// The government of a province.
    Province,
    /// The government of a city with districts, or of an autonomous prefecture.
    City,
    /// The government of a county or district.
    County,
    /// The government of a township.
    Township,
    /// A subdistrict's office, which is no government.
    Subdistrict,
    /// A department of a city or county.
    Bureau,
    /// The office of a government, which reports for itself.
    Office,
    /// A committee of a development zone.
    Zone,
    /// A hospital, a fund, a company of water and the like.
    Institution,
}

/// An organ.
#[derive(Clone, Debug)]
pub struct Issuer {
    /// Which kind.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// The name of its place.
    pub place: String,
    /// Who stands above it.
    pub upper: String,
    /// What it calls itself.
    pub we: &'static str,
    /// What it calls its area.
    pub area: &'static str,
    /// A telephone code and a postal code of one place.
    pub codes: (&'static str, &'static str),
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Ministry,
        Self::Province,
        Self::City,
        Self::County,
        Self::Township,
        Self::Subdistrict,
        Self::Bureau,
        Self::Office,
        Self::Zone,
        Self::Institution,
    ];

    /// Whether its report must contain 工作考核、社会评议和责任追究结果情况.
    pub fn is_government(self) -> bool {
        matches!(self, Self::Province | Self::City | Self::County | Self::Township)
    }

    /// Whether it can issue 规章.
    pub fn issues_regulations(self) -> bool {
        matches!(self, Self::Ministry | Self::Province | Self::City)
    }
}

const PROVINCES: &[&str] = &["鹿泽省", "砚北省", "桐南自治区"];
const CITIES: &[&str] = &["青垣市", "澜溪市", "雁坪州", "望岑市"];
const COUNTIES: &[&str] = &["槐渡县", "岚岫区", "临芷县", "石砬子旗", "柳桁自治县", "云榭区"];
const TOWNSHIPS: &[&str] = &["澄溪镇", "柏坳乡", "三岔河镇", "白桦沟民族乡"];
const MINISTRIES: &[&str] = &["国家湖泊管理局", "国家古籍局", "全国林草监测总局"];
const BUREAUS: &[&str] = &[
    "水务局",
    "教育局",
    "司法局",
    "人力资源和社会保障局",
    "自然资源和规划局",
    "财政局",
    "卫生健康委员会",
    "统计局",
    "公安局",
    "机关事务管理中心",
];
const INSTITUTIONS: &[&str] = &["第二人民医院", "住房公积金管理中心", "自来水公司", "疾病预防控制中心"];
const ZONES: &[&str] = &["高新技术产业开发区管理委员会", "经济开发区管委会"];

/// Telephone and postal codes of the same place. Several cities share some of
/// the telephone codes.
const CODES: &[(&str, &str)] = &[
    ("010", "100037"),
    ("021", "200032"),
    ("023", "401120"),
    ("0571", "310012"),
    ("0591", "350001"),
    ("0595", "362000"),
    ("0311", "050011"),
    ("0471", "010010"),
    ("0898", "570203"),
    ("0891", "850000"),
    ("029", "710003"),
    ("029", "712000"),
    ("0731", "410005"),
    ("0731", "412000"),
    ("0731", "411100"),
    ("028", "610015"),
    ("028", "620010"),
    ("028", "641300"),
    ("024", "110013"),
    ("024", "113006"),
    ("024", "112000"),
    ("0371", "450007"),
    ("0371", "475000"),
    ("0991", "830002"),
];

impl Issuer {
    /// Any organ of this kind.
    pub fn new(kind: Kind, random: &mut Rng) -> Self {
        let mut one_of = |list: &[&'static str]| list[random.usize(..list.len())];
        let (province, city, county) = (one_of(PROVINCES), one_of(CITIES), one_of(COUNTIES));
        let of_city = one_of(&["1", "2"]) == "1";
        let seat = if of_city { city } else { county };
        let (place, name, upper, we, area) = match kind {
            Kind::Ministry => {
                let name = one_of(MINISTRIES);
                (name.to_owned(), name.to_owned(), "国务院".to_owned(), "我局", "全系统")
            }
            Kind::Province => (
                province.to_owned(),
                format!("{province}人民政府"),
                "国务院".to_owned(),
                one_of(&["我省", "省政府"]),
                "全省",
            ),
            Kind::City => (
                city.to_owned(),
                format!("{city}人民政府"),
                province.to_owned(),
                one_of(&["我市", "市政府"]),
                one_of(&["全市", "全市各级行政机关"]),
            ),
            Kind::County => (
                county.to_owned(),
                format!("{county}{}", one_of(&["人民政府", ""])),
                city.to_owned(),
                one_of(&["我县", "县政府"]),
                "全县",
            ),
            Kind::Township => {
                let town = one_of(TOWNSHIPS);
                (town.to_owned(), format!("{county}{town}人民政府"), county.to_owned(), "我镇", "全镇")
            }
            Kind::Subdistrict => {
                let name = one_of(&["文昌街道", "北苑街道"]);
                let whole = format!("{county}{name}{}", one_of(&["办事处", ""]));
                (name.to_owned(), whole, county.to_owned(), one_of(&["我街道", "街道"]), "街道")
            }
            Kind::Bureau => {
                let bureau = one_of(BUREAUS);
                let we = if bureau.ends_with("委员会") {
                    "我委"
                } else if bureau.ends_with("中心") {
                    "本单位"
                } else {
                    one_of(&["我局", "本机关", "局机关"])
                };
                (
                    seat.to_owned(),
                    format!("{seat}{bureau}"),
                    format!("{seat}人民政府"),
                    we,
                    one_of(&["我局", "全系统"]),
                )
            }
            Kind::Office => {
                let name = format!("{seat}人民政府办公室");
                (seat.to_owned(), name, format!("{seat}人民政府"), "我办", "我办")
            }
            Kind::Zone => {
                let name = format!("{seat}{}", one_of(ZONES));
                (seat.to_owned(), name, format!("{seat}人民政府"), "管委会", "全区")
            }
            Kind::Institution => {
                let name = format!("{seat}{}", one_of(INSTITUTIONS));
                (seat.to_owned(), name, format!("{seat}人民政府"), "本单位", "本单位")
            }
        };
        // A place's own words for itself.
        let (we, area) = match (kind, place.chars().last()) {
            (Kind::County, Some('区')) => ("我区", "全区"),
            (Kind::County, Some('旗')) => ("我旗", "全旗"),
            (Kind::City, Some('州')) => ("我州", "全州"),
            (Kind::Province, Some('区')) => ("自治区", "全区"),
            (Kind::Township, Some('乡')) => ("我乡", "全乡"),
            _ => (we, area),
        };
        let codes = CODES[random.usize(..CODES.len())];
        Self { kind, name, place, upper, we, area, codes }
    }
}
