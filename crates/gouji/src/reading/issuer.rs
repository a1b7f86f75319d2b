//! What kind of organ reports, as far as its name tells.

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
pub(super) fn kinds(_name: &str) -> Vec<IssuerKind> {
    Vec::new()
}
