//! The citations of the sources, as they are printed.

use crate::{term::Locale, verdict::Source};

/// The citation of a source.
pub fn cite(source: Source, locale: Locale) -> &'static str {
    let (zh, en) = match source {
        Source::RegulationArt2 => ("《居住证暂行条例》第二条", "Interim Regulation on Residence Permits, Art. 2"),
        Source::RegulationArt4 => ("《居住证暂行条例》第四条", "Interim Regulation on Residence Permits, Art. 4"),
        Source::SichuanRegistration => (
            "《四川省流动人口信息登记办法》（省政府令第279号）",
            "Sichuan Measures on the Registration of the Floating Population (Provincial Decree No. 279)",
        ),
        Source::RegulationArt9 => ("《居住证暂行条例》第九条", "Interim Regulation on Residence Permits, Art. 9"),
        Source::RegulationArt10 => ("《居住证暂行条例》第十条", "Interim Regulation on Residence Permits, Art. 10"),
        Source::RegulationArt11 => ("《居住证暂行条例》第十一条", "Interim Regulation on Residence Permits, Art. 11"),
        Source::RegulationArt21 => ("《居住证暂行条例》第二十一条", "Interim Regulation on Residence Permits, Art. 21"),
        Source::ChengduEmployment => {
            ("成都市居住证申领条件：合法稳定就业", "Chengdu's conditions: lawful stable employment (合法稳定就业)")
        }
        Source::ChengduDwelling => {
            ("成都市居住证申领条件：合法稳定住所", "Chengdu's conditions: lawful stable dwelling (合法稳定住所)")
        }
        Source::ChengduSchooling => {
            ("成都市居住证申领条件：连续就读", "Chengdu's conditions: continuous schooling (连续就读)")
        }
        Source::ChengduTalent => ("成都市居住证申领条件：人才", "Chengdu's conditions: talent (人才)"),
        Source::ChengduRelative => {
            ("成都市居住证申领条件：直系亲属", "Chengdu's conditions: direct relative (直系亲属)")
        }
        Source::Gb11643 => ("GB 11643-1999《公民身份号码》", "GB 11643-1999, citizens' identity number"),
        Source::Gb32100 => {
            ("GB 32100-2015《法人和其他组织统一社会信用代码编码规则》", "GB 32100-2015, unified social credit code")
        }
        Source::OnlineServicesArt7 => (
            "《国务院关于在线政务服务的若干规定》第七条",
            "State Council, Provisions on Online Government Services, Art. 7",
        ),
        Source::PersonalInformationArt23 => {
            ("《个人信息保护法》第二十三条", "Personal Information Protection Law, Art. 23")
        }
        Source::PersonalInformationArt31 => {
            ("《个人信息保护法》第三十一条", "Personal Information Protection Law, Art. 31")
        }
        Source::LicensingLawArt32 => ("《行政许可法》第三十二条", "Administrative Licensing Law, Art. 32"),
        Source::ReviewLawArt20 => ("《行政复议法》第二十条", "Administrative Review Law, Art. 20"),
        Source::ReviewLawArt22 => ("《行政复议法》第二十二条", "Administrative Review Law, Art. 22"),
        Source::ReviewLawArt23 => ("《行政复议法》第二十三条", "Administrative Review Law, Art. 23"),
        Source::ReviewLawArt24 => ("《行政复议法》第二十四条", "Administrative Review Law, Art. 24"),
        Source::LitigationLawArt45 => ("《行政诉讼法》第四十五条", "Administrative Litigation Law, Art. 45"),
        Source::LitigationLawArt46 => ("《行政诉讼法》第四十六条", "Administrative Litigation Law, Art. 46"),
    };
    match locale {
        Locale::ZhCn => zh,
        Locale::En => en,
    }
}
