//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use gouji::rules::Rule;
use gouji_json::RuleLevel;

use crate::settings;

const AFTER_HELP: &str = "\
Exit status 退出状态:
  0  consistent: everything could be read, and no error was found 未发现不一致
  1  at least one finding of severity error 有必须修改的问题
  2  a file could not be read, is no such report, or has a table that could not be read in full 未能读取
Of several files the worst counts: 2 if any could not be read, else 1 if any has an error, else 0.";

/// Checks China's annual reports on government information disclosure
/// (政府信息公开工作年度报告): the sums of the statutory tables, the structure, the text.
#[derive(Debug, Parser)]
#[command(name = "gouji", version, after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Language of messages 语言
    #[arg(long, global = true, value_enum, default_value_t = Language::Zh)]
    pub(crate) lang: Language,
    /// Colour in the text output 颜色
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub(crate) color: Colour,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check reports 核对报告
    #[command(after_help = AFTER_HELP)]
    Check(Check),
    /// Print the text that a file is checked as; all places point into it 转为核对所用的文本
    Convert(Convert),
    /// List the rules, or explain those that are named 列出规则，或说明所列的规则
    Rules(Rules),
}

#[derive(Args, Debug)]
pub(crate) struct Check {
    /// Reports: .docx, .xlsx, .pdf, .html, .txt, .md or .csv; `-` reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// What to print: text for people, one JSON value (an object for one file, an array for several),
    /// or one JSON object a line
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Which report to check where a file holds several, counted from 0
    #[arg(long, default_value_t = 0, value_name = "N")]
    pub(crate) report: u32,
    /// Give a rule another level, or leave it out: GJ433=off, GJ234=warning; may be repeated 调整规则
    #[arg(long = "rule", value_name = "CODE=LEVEL", value_parser = settings::rule_level)]
    pub(crate) levels: Vec<RuleLevel>,
    /// The year reported on, where the text does not say it or says it wrongly 报告年度
    #[arg(long, value_name = "YEAR")]
    pub(crate) year: Option<u16>,
    /// The kind of organ that reports, where its name leaves it open 机关类型
    #[arg(long, value_enum, value_name = "KIND")]
    pub(crate) issuer_kind: Option<IssuerKind>,
    /// Levels, year and kind of organ from a JSON file, as the page saves them 设置文件
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    /// Findings that are no problem: a JSON file with a list of {"id": ..., "reason": ...}; the ids
    /// are in the JSON output 不作为问题的发现
    #[arg(long, value_name = "FILE")]
    pub(crate) set_aside: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct Convert {
    /// The report; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct Rules {
    /// Rules to explain, as in GJ301; without any, all are listed 规则代码
    #[arg(value_name = "CODE", value_parser = settings::rule)]
    pub(crate) rules: Vec<&'static Rule>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum IssuerKind {
    /// 国务院部门
    StateDepartment,
    /// 省级人民政府
    ProvincialGovernment,
    /// 设区的市、自治州人民政府
    CityGovernment,
    /// 县、区、县级市人民政府
    CountyGovernment,
    /// 乡镇人民政府
    TownshipGovernment,
    /// 街道办事处
    Subdistrict,
    /// 地方人民政府部门
    LocalDepartment,
    /// 人民政府办公厅（室）
    GovernmentOffice,
    /// 公共企事业单位及其他机构
    Institution,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    /// 简体中文
    Zh,
    /// English
    En,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// Where the output is a terminal
    Auto,
    Always,
    Never,
}

impl From<IssuerKind> for gouji_json::IssuerKind {
    fn from(kind: IssuerKind) -> Self {
        match kind {
            IssuerKind::StateDepartment => Self::StateDepartment,
            IssuerKind::ProvincialGovernment => Self::ProvincialGovernment,
            IssuerKind::CityGovernment => Self::CityGovernment,
            IssuerKind::CountyGovernment => Self::CountyGovernment,
            IssuerKind::TownshipGovernment => Self::TownshipGovernment,
            IssuerKind::Subdistrict => Self::Subdistrict,
            IssuerKind::LocalDepartment => Self::LocalDepartment,
            IssuerKind::GovernmentOffice => Self::GovernmentOffice,
            IssuerKind::Institution => Self::Institution,
        }
    }
}

impl From<Colour> for anstream::ColorChoice {
    fn from(colour: Colour) -> Self {
        match colour {
            Colour::Auto => Self::Auto,
            // Also where the terminal is of an old Windows and has to be told
            // its colours by other means.
            Colour::Always => Self::Always,
            Colour::Never => Self::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn options_may_stand_behind_the_files() {
        let arguments =
            Arguments::try_parse_from(["gouji", "check", "a", "-", "--lang", "en", "--report", "1"])
                .expect("these are right");
        let Command::Check(check) = arguments.command else { panic!("this is a check") };
        assert_eq!(arguments.lang, Language::En);
        assert_eq!((check.files.len(), check.report, check.format), (2, 1, Format::Text));
    }

    #[test]
    fn a_check_of_nothing_is_refused() {
        assert!(Arguments::try_parse_from(["gouji", "check"]).is_err());
    }
}
