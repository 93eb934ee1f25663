//! The citations of the sources, as they are printed.

use crate::{term::Locale, verdict::Source};

/// The citation of a source.
pub fn cite(source: Source, locale: Locale) -> &'static str {
    let (zh, en) = match source {
        Source::RegulationArt2 => ("《居住证暂行条例》第二条", "Interim Regulation on Residence Permits, Art. 2"),
        Source::RegulationArt9 => ("《居住证暂行条例》第九条", "Interim Regulation on Residence Permits, Art. 9"),
        Source::ChengduEmployment => {
            ("成都市居住证申领条件：合法稳定就业", "Chengdu's conditions: lawful stable employment (合法稳定就业)")
        }
        Source::ChengduDwelling => {
            ("成都市居住证申领条件：合法稳定住所", "Chengdu's conditions: lawful stable dwelling (合法稳定住所)")
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
    };
    match locale {
        Locale::ZhCn => zh,
        Locale::En => en,
    }
}
