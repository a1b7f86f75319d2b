//! What kind of organ reports, as far as its name tells.

use super::search::{begins_with, ends_with, find, find_last, has_any, next_word};

/// A kind of reporting organ. What it must report, and by when, depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IssuerKind {
    /// 国务院部门、直属机构。
    StateDepartment,
    /// 省、自治区、直辖市人民政府。
    ProvincialGovernment,
    /// 设区的市、自治州人民政府，地区行政公署。
    CityGovernment,
    /// 县、区、县级市人民政府。
    CountyGovernment,
    /// 乡、镇人民政府。
    TownshipGovernment,
    /// 街道办事处，人民政府的派出机关。
    Subdistrict,
    /// 地方人民政府的部门。
    LocalDepartment,
    /// 人民政府办公厅（室），报告本政府机关的情况。
    GovernmentOffice,
    /// 公共企事业单位及其他机构。
    Institution,
}

impl IssuerKind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::StateDepartment,
        Self::ProvincialGovernment,
        Self::CityGovernment,
        Self::CountyGovernment,
        Self::TownshipGovernment,
        Self::Subdistrict,
        Self::LocalDepartment,
        Self::GovernmentOffice,
        Self::Institution,
    ];

    /// The name in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::StateDepartment => "state_department",
            Self::ProvincialGovernment => "provincial_government",
            Self::CityGovernment => "city_government",
            Self::CountyGovernment => "county_government",
            Self::TownshipGovernment => "township_government",
            Self::Subdistrict => "subdistrict",
            Self::LocalDepartment => "local_department",
            Self::GovernmentOffice => "government_office",
            Self::Institution => "institution",
        }
    }

    /// Whether it is a 人民政府, which reports for its whole area.
    pub fn is_government(self) -> bool {
        matches!(
            self,
            Self::ProvincialGovernment
                | Self::CityGovernment
                | Self::CountyGovernment
                | Self::TownshipGovernment
        )
    }
}

/// The kinds that an organ of this name may be of, the likeliest first; none
/// where the name tells nothing.
pub(super) fn kinds(name: &str) -> Vec<IssuerKind> {
    use IssuerKind::{
        CityGovernment as City, CountyGovernment as County, GovernmentOffice, Institution, LocalDepartment,
        ProvincialGovernment as Province, StateDepartment, Subdistrict, TownshipGovernment as Township,
    };
    let name = match find_last(name, "(") {
        Some(at) if at > 0 && name.ends_with(')') => &name[..at],
        _ => name,
    };
    let ends = |endings: &str| ends_with(name, endings) > 0;
    let found: &[IssuerKind] = if name.starts_with("中共") || ends("村民委员会 居民委员会") {
        &[]
    } else if ends("政府办公室 政府办公厅 政府办") {
        &[GovernmentOffice]
    } else if ends("街道办事处 街道办 街道 街办") {
        &[Subdistrict]
    } else if ends("行政公署 行署") {
        &[City]
    } else if ends("人民政府 政府") {
        match kinds_of_area(&name[..name.len() - ends_with(name, "人民政府 政府")]) {
            [] => &[County, City, Township, Province],
            known => known,
        }
    } else if is_zone(name) {
        // They do for a government what is asked of it; a new area may be a city.
        if has_any(name, "新区") { &[LocalDepartment, County, City] } else { &[LocalDepartment, County] }
    } else if ends(INSTITUTIONS) {
        &[Institution]
    } else if is_of_the_state(name) {
        &[StateDepartment]
    } else if is_of_a_vertical_system(name) {
        &[LocalDepartment, StateDepartment]
    } else if ends("中心 管理处 管委会 管理委员会 总站 总社 支队 总队") {
        &[LocalDepartment, Institution]
    } else if ends("局 厅 委员会 委 办公室 办 派出所") {
        if has_any(name, PLACES) { &[LocalDepartment] } else { &[LocalDepartment, StateDepartment] }
    } else {
        kinds_of_area(name)
    };
    found.to_vec()
}

/// Whether an organ of any of these kinds issues no regulations (规章); not sure
/// where nothing is known.
pub(crate) fn issues_no_regulations(kinds: &[IssuerKind], name: &str) -> bool {
    let has_no_power = |kind: &IssuerKind| match kind {
        IssuerKind::CountyGovernment
        | IssuerKind::TownshipGovernment
        | IssuerKind::Subdistrict
        | IssuerKind::LocalDepartment
        | IssuerKind::Institution => true,
        // An office counts what is done in the name of its government.
        IssuerKind::GovernmentOffice => {
            let area = find(name, "人民政府").map_or("", |at| &name[..at]);
            matches!(kinds_of_area(area), [IssuerKind::CountyGovernment | IssuerKind::TownshipGovernment])
        }
        _ => false,
    };
    !kinds.is_empty() && kinds.iter().all(has_no_power)
}

/// The day by which an organ of one of these kinds must have published its
/// report, as month and day of the year after; the latest where they differ,
/// none where one of them has no deadline, or where nothing is known.
pub(crate) fn deadline(kinds: &[IssuerKind], name: &str) -> Option<(u16, u16)> {
    let mut latest = None;
    for kind in kinds {
        let day = match kind {
            // A system that is led from above reports as a whole.
            _ if is_of_a_vertical_system(name) => (3, 31),
            IssuerKind::StateDepartment
            | IssuerKind::LocalDepartment
            | IssuerKind::TownshipGovernment
            | IssuerKind::Subdistrict => (1, 31),
            IssuerKind::CountyGovernment => (2, 20),
            IssuerKind::CityGovernment => (3, 10),
            // What is due of an office depends on its government.
            IssuerKind::ProvincialGovernment | IssuerKind::GovernmentOffice => (3, 31),
            IssuerKind::Institution => return None,
        };
        latest = latest.max(Some(day));
    }
    latest
}

/// Names of public enterprises and bodies end so.
const INSTITUTIONS: &str = "医院 大学 学院 学校 中学 小学 幼儿园 集团 公司 研究院 研究所 图书馆 \
    博物馆 档案馆 卫生院 保健院 协会 学会 基金会 红十字会 联合会 检察院 法院";

/// The kinds of government an area of this name may have.
fn kinds_of_area(area: &str) -> &'static [IssuerKind] {
    use IssuerKind::{
        CityGovernment as City, CountyGovernment as County, ProvincialGovernment as Province, Subdistrict,
        TownshipGovernment as Township,
    };
    const MUNICIPALITIES: &str = "北京市 上海市 天津市 重庆市";
    // A name that is nothing but its ending is none.
    let ends = |endings: &str| (1..area.len()).contains(&ends_with(area, endings));
    let of_a_municipality = begins_with(area, MUNICIPALITIES);
    if ends("省 自治区 兵团") || of_a_municipality > 0 && of_a_municipality == area.len() {
        &[Province]
    } else if ends("街道") {
        &[Subdistrict]
    } else if ends("镇 乡 苏木") {
        &[Township]
    } else if ends("地区 盟 州 师") {
        &[City]
    } else if ends("县 旗") {
        &[County]
    } else if ends("区") {
        // A district of a municipality ranks as a city.
        if of_a_municipality > 0 || ends("新区") || area == "新区" { &[County, City] } else { &[County] }
    } else if ends("市") {
        // A city within a city, a prefecture or a league is a county.
        let name = &area[..area.len() - "市".len()];
        let is_within = |unit: &str| {
            let city = find(name, unit).unwrap_or(0);
            city > 0 && city + unit.len() < name.len()
        };
        let within = is_within("市") || is_within("州") || is_within("地区") || is_within("盟");
        if within { &[County] } else { &[City, County] }
    } else {
        &[]
    }
}

/// Zones that an organ of a government runs, and that are no area of their own.
fn is_zone(name: &str) -> bool {
    const ZONES: &str = "开发区 高新区 园区 保税区 度假区 示范区 试验区 风景区 合作区";
    let committee = ends_with(name, "管理委员会 管委会");
    let without = &name[..name.len() - committee];
    ends_with(without, ZONES) > 0 || committee > 0 && ends_with(without, "新区 港区") > 0
}

/// A department of the State Council: its name begins without a place, and
/// nothing follows on the organ's own name, as it does on that of a branch.
fn is_of_the_state(name: &str) -> bool {
    const ORGANS: &str = "总局 总署 委员会 办公室 办公厅 署 局 部 银行";
    let beginning = begins_with(name, BEGINNINGS_OF_THE_STATE);
    if beginning == 0 {
        return ends_with(name, "部 总署 总局 审计署") > 0 && !has_any(name, PLACES);
    }
    let rest = &name[beginning..];
    let mut organs = ORGANS;
    loop {
        let organ = next_word(&mut organs);
        if organ.is_empty() {
            return ends_with(rest, ORGANS) > 0;
        }
        if find(rest, organ).is_some_and(|at| at + organ.len() < rest.len()) {
            return false;
        }
    }
}

const BEGINNINGS_OF_THE_STATE: &str = "国家 中国 全国 国务院 中华人民共和国";

/// What names of places and of organs of a party have in them.
const PLACES: &str = "省 市 县 区 州 旗 盟 镇 乡 党 委";

/// An organ of a system that is led from above.
fn is_of_a_vertical_system(name: &str) -> bool {
    const SYSTEMS: &str =
        "税务 海关 海事 气象 烟草专卖 邮政管理 调查队 调查总队 金融监督 外汇管理 人民银行 证券监督 通信管理";
    has_any(name, SYSTEMS) || begins_with(name, BEGINNINGS_OF_THE_STATE) > 0 && !is_of_the_state(name)
}

#[cfg(test)]
mod tests {
    use super::IssuerKind::{
        CityGovernment, CountyGovernment, GovernmentOffice, Institution, LocalDepartment,
        ProvincialGovernment, StateDepartment, Subdistrict, TownshipGovernment,
    };
    use super::*;

    #[test]
    fn the_name_tells_the_kind() {
        let cases: [(&[&str], &[IssuerKind]); 13] = [
            (&["国家湖泊资源总局", "中国湖泊局", "水利部", "海关总署", "国家税务总局"], &[StateDepartment]),
            (&["中华人民共和国住房和城乡建设部", "国务院湖泊办公室", "全国湖泊总局"], &[StateDepartment]),
            (&["鹿泽省人民政府", "上海市人民政府", "云泽自治区"], &[ProvincialGovernment]),
            (
                &["青禾市", "青禾市人民政府", "鹿泽省青禾市人民政府", "雁州市人民政府"],
                &[CityGovernment, CountyGovernment],
            ),
            (&["云泽自治州人民政府", "云泽地区行政公署", "云泽盟"], &[CityGovernment]),
            (
                &["临湖县", "砚川市望禾区", "望禾区人民政府", "砚川市禾城市", "云泽州禾城市", "雁州市禾城市"],
                &[CountyGovernment],
            ),
            (&["云泽自治县人民政府", "云泽自治旗", "云泽旗人民政府"], &[CountyGovernment]),
            (&["临湖县禾丘镇人民政府", "禾丘镇", "禾丘民族乡", "禾丘苏木"], &[TownshipGovernment]),
            (&["望禾区柳桥街道办事处", "柳桥街道"], &[Subdistrict]),
            (&["临湖县人民政府办公室", "鹿泽省人民政府办公厅"], &[GovernmentOffice]),
            (
                &[
                    "青禾市市场监督管理局",
                    "青禾市城市管理和综合执法局",
                    "鹿泽省教育厅",
                    "青禾市数字建设办公室",
                ],
                &[LocalDepartment],
            ),
            (
                &["国家税务总局青禾市税务局", "青禾海关", "中国人民银行青禾市分行", "国家统计局青禾调查队"],
                &[LocalDepartment, StateDepartment],
            ),
            (&["青禾市第一人民医院", "鹿泽大学", "青禾水务集团有限公司"], &[Institution]),
        ];
        for (names, kinds_due) in cases {
            for name in names {
                assert_eq!(kinds(name), kinds_due, "{name}");
            }
        }
    }

    #[test]
    fn a_name_that_leaves_it_open_has_several_kinds() {
        assert_eq!(kinds("上海市望禾区人民政府"), [CountyGovernment, CityGovernment]);
        assert_eq!(kinds("青禾经济技术开发区管理委员会"), [LocalDepartment, CountyGovernment]);
        assert_eq!(kinds("青禾新区管委会"), [LocalDepartment, CountyGovernment, CityGovernment]);
        assert_eq!(kinds("青禾市行政服务中心管委会"), [LocalDepartment, Institution]);
        assert_eq!(kinds("湖泊资源局"), [LocalDepartment, StateDepartment]);
        assert_eq!(kinds("中共青禾市委宣传部"), []);
        assert_eq!(kinds("本单位"), []);
    }
}
