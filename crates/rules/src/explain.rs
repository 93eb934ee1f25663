//! A finding in plain words, in both languages: what was found, why it matters, what to do.

use jiff::civil::{Date, Weekday};

use crate::{
    calendar::Month,
    field::{Field, Item, Subject},
    identity_number::Rejection,
    term::{Locale, Term},
    verdict::{Finding, Reason, Source},
};

/// The finding in words.
pub fn explain(finding: &Finding, locale: Locale) -> String {
    match locale {
        Locale::ZhCn => zh(finding),
        Locale::En => en(finding),
    }
}

/// A date as people say it, with its weekday: `2026年7月15日（星期三）`, `Wednesday 15 July 2026`.
pub fn date(date: Date, locale: Locale) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match locale {
        Locale::ZhCn => format!("{year}年{month}月{day}日（星期{}）", weekday_zh(date.weekday())),
        Locale::En => format!("{} {day} {} {year}", weekday_en(date.weekday()), month_en(month)),
    }
}

/// A month as people say it: `2026年5月`, `May 2026`.
pub fn month(month: Month, locale: Locale) -> String {
    match locale {
        Locale::ZhCn => format!("{}年{}月", month.year(), month.month()),
        Locale::En => format!("{} {}", month_en(month.month()), month.year()),
    }
}

/// The weekday of a date: `星期三`, `Wednesday`.
pub fn weekday(date: Date, locale: Locale) -> String {
    match locale {
        Locale::ZhCn => format!("星期{}", weekday_zh(date.weekday())),
        Locale::En => weekday_en(date.weekday()).to_owned(),
    }
}

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

fn weekday_zh(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "一",
        Weekday::Tuesday => "二",
        Weekday::Wednesday => "三",
        Weekday::Thursday => "四",
        Weekday::Friday => "五",
        Weekday::Saturday => "六",
        Weekday::Sunday => "日",
    }
}

fn weekday_en(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn month_en(month: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month - 1).ok().and_then(|at| NAMES.get(at).copied()).unwrap_or_default()
}

fn zh(finding: &Finding) -> String {
    let term = finding.about.term(Locale::ZhCn);
    let on = |day| date(day, Locale::ZhCn);
    let in_month = |value| month(value, Locale::ZhCn);
    match &finding.reason {
        Reason::Missing => missing_zh(finding.about),
        Reason::Length { min, max, got } if got < min => format!("{term}只有 {got} 个字，请写完整，至少 {min} 个字"),
        Reason::Length { max, got, .. } => format!("{term}有 {got} 个字，请缩短到 {max} 个字以内"),
        Reason::NotAChoice => format!("请重新选择{term}"),
        Reason::NotADate => format!("{term}不是有效的日期，请重新填写"),
        Reason::PhoneMalformed => "手机号码应为 11 位数字、以 1 开头，请对照检查".to_owned(),
        Reason::IdentityNumber { rejection } => rejection_zh(*rejection).to_owned(),
        Reason::CreditCodeMalformed => "统一社会信用代码应为 18 位，请对照营业执照检查，也可以留空".to_owned(),
        Reason::StreetUnknown => "请选择成都市内的街道或镇".to_owned(),
        Reason::StationUnknown => "请选择一个派出所".to_owned(),
        Reason::UnderSixteen { from } => {
            format!("您未满 16 周岁，需由监护人到派出所代为申领；{}满 16 周岁后可以自己在这里申领", on(*from))
        }
        Reason::IdentityCardExpired { valid_to } => {
            format!("您的身份证已于{}到期，请先到派出所换领身份证，再来申领居住证", on(*valid_to))
        }
        Reason::ResidenceHalfYear { since, eligible_from } => {
            format!("您自{}起连续居住登记，{}起已满半年", on(*since), on(*eligible_from))
        }
        Reason::ResidenceTooShort { since, eligible_from, days_left } => {
            format!("再过 {days_left} 天，{}就能申领。您{}登记，满半年的那天起就可以", on(*eligible_from), on(*since))
        }
        Reason::ResidenceGapBridged { since, gap_days } => format!(
            "您自{}起的居住登记中间有 {gap_days} 天没有登记。可以提交，由派出所认定；请在情况说明里写明这几天住在哪里",
            on(*since)
        ),
        Reason::ResidenceNotRegistered => {
            "没有查到您在成都的居住登记。请先办理居住登记，登记满半年后可以申领".to_owned()
        }
        Reason::ResidenceEnded { ended_on } => {
            format!("您的居住登记已于{}注销或到期。请重新登记，满半年后可以申领", on(*ended_on))
        }
        Reason::InsuranceMet { latest, consecutive } => {
            format!("您的职工社保到{}已连续缴纳 {consecutive} 个月", in_month(*latest))
        }
        Reason::InsuranceLag { latest, consecutive } => format!(
            "您的职工社保连续缴纳了 {consecutive} 个月，但最近一个月（{}之后）还没有入账。可以提交，由派出所核对",
            in_month(*latest)
        ),
        Reason::InsuranceTooShort { consecutive, missing, earliest, .. } => format!(
            "您的职工社保只连续缴纳了 {consecutive} 个月，{}没有缴费记录。以后每月照常缴纳，最早{}可以申领",
            in_month(*missing),
            on(*earliest)
        ),
        Reason::InsuranceStopped { latest, earliest } => {
            format!("您的职工社保{}之后没有再缴。从本月起连续缴纳，最早{}可以申领", in_month(*latest), on(*earliest))
        }
        Reason::InsuranceNone { earliest } => format!(
            "没有查到您在成都缴纳的职工社保。从本月起连续缴纳，最早{}可以按就业申领；也可以改按住所申领",
            on(*earliest)
        ),
        Reason::InsuranceReplacedByAppointment => {
            "机关事业单位人员以人事部门的证明代替社保清单，可以提交，由派出所核对".to_owned()
        }
        Reason::DwellingMet { kind } => format!("{}可以作为合法稳定住所", kind.zh()),
        Reason::DwellingNotAGround { kind } => {
            format!("{}能证明住址，但不算合法稳定住所。租房请先办理租赁登记备案，或者改按就业申领", kind.zh())
        }
        Reason::DwellingNotInRecords { kind } => {
            format!("住房记录里没有查到您的{}。可以提交，请拍下证明，由派出所核对", kind.zh())
        }
        Reason::GroundNotOpen { ground } => {
            format!("按“{}”申领暂时不能在网上办理，请带材料到居住地派出所办理", ground.zh())
        }
        Reason::RecordUnavailable => format!("{term}暂时查不到，不影响您继续填写和提交，由派出所核对"),
        Reason::RecordDisputed => format!("您认为{term}的记录有误，派出所会核对"),
        Reason::AddressDiffers => {
            "您填的居住地与居住登记的地址不一致，派出所会核对；如已搬家，请同时更新居住登记".to_owned()
        }
        Reason::PictureMissing => format!("还没有{term}的照片，请拍一张"),
        Reason::TooManyPages { max } => format!("{term}最多 {max} 页，请删去多余的"),
        Reason::ConsentMissing => "选择邮寄需要您同意把收件信息提供给邮政；不同意可以改为到派出所领取".to_owned(),
        Reason::DeclarationMissing => "请阅读并勾选真实性声明".to_owned(),
    }
}

fn missing_zh(about: Subject) -> String {
    let term = about.term(Locale::ZhCn);
    match about {
        Subject::Field(
            Field::StreetCode
            | Field::AddressKind
            | Field::Ground
            | Field::EmploymentProof
            | Field::Delivery
            | Field::PickUpStation,
        ) => format!("请选择{term}"),
        _ => format!("请填写{term}"),
    }
}

fn rejection_zh(rejection: Rejection) -> &'static str {
    match rejection {
        Rejection::FifteenDigits => "这是 15 位的旧身份证号，一代证已停用，请填 18 位号码",
        Rejection::Length => "身份证号应为 18 位，请对照证件补全",
        Rejection::Format => "身份证号前 17 位应为数字，最后一位是数字或 X，请对照证件检查",
        Rejection::Region => "身份证号开头的地区代码不对，请对照证件检查",
        Rejection::Date => "身份证号里的出生日期不存在，请对照证件检查第 7 到 14 位",
        Rejection::Future => "身份证号里的出生日期在今天之后，请对照证件检查第 7 到 14 位",
        Rejection::TooOld => "身份证号里的出生年份太早，请对照证件检查第 7 到 10 位",
        Rejection::Checksum => "身份证号的最后一位与前面对不上，可能有一位写错了，请对照证件检查",
        Rejection::HkMacaoTaiwan => "这是港澳台居民居住证的号码，办理方式不同，请到派出所窗口办理",
        Rejection::PermanentResident => {
            "这是外国人永久居留身份证的号码，不需要办理居住证；如有疑问请联系出入境管理部门"
        }
    }
}

fn en(finding: &Finding) -> String {
    let term = finding.about.term(Locale::En);
    let on = |day| date(day, Locale::En);
    let in_month = |value| month(value, Locale::En);
    match &finding.reason {
        Reason::Missing => missing_en(finding.about),
        Reason::Length { min, max, got } if got < min => {
            format!("The {term} has only {got} characters. Please write it in full, at least {min}")
        }
        Reason::Length { max, got, .. } => format!("The {term} has {got} characters. Please shorten it to {max}"),
        Reason::NotAChoice => format!("Please choose the {term} again"),
        Reason::NotADate => format!("The {term} is not a valid date. Please enter it again"),
        Reason::PhoneMalformed => "A mobile number has 11 digits and starts with 1. Please check it".to_owned(),
        Reason::IdentityNumber { rejection } => rejection_en(*rejection).to_owned(),
        Reason::CreditCodeMalformed => {
            "A unified social credit code has 18 characters. Check the business licence, or leave it empty".to_owned()
        }
        Reason::StreetUnknown => "Please choose a street or town in Chengdu".to_owned(),
        Reason::StationUnknown => "Please choose a police station".to_owned(),
        Reason::UnderSixteen { from } => format!(
            "You are under 16, so a guardian applies for you at the police station. From {} you can apply here yourself",
            on(*from)
        ),
        Reason::IdentityCardExpired { valid_to } => {
            format!("Your identity card ran out on {}. Please renew it at a police station first", on(*valid_to))
        }
        Reason::ResidenceHalfYear { since, eligible_from } => format!(
            "You have been registered without a break since {}; the half year was full on {}",
            on(*since),
            on(*eligible_from)
        ),
        Reason::ResidenceTooShort { since, eligible_from, days_left } => format!(
            "You can apply from {}, in {days_left} days. You registered on {}; the half year is full on that day",
            on(*eligible_from),
            on(*since)
        ),
        Reason::ResidenceGapBridged { since, gap_days } => format!(
            "Your registration since {} has a gap of {gap_days} days. You can submit; the station decides. Please say in the statement where you lived on those days",
            on(*since)
        ),
        Reason::ResidenceNotRegistered => {
            "No residence registration (居住登记) in Chengdu was found. Please register first; you can apply half a year later"
                .to_owned()
        }
        Reason::ResidenceEnded { ended_on } => format!(
            "Your residence registration ended on {}. Please register again; you can apply half a year later",
            on(*ended_on)
        ),
        Reason::InsuranceMet { latest, consecutive } => {
            format!("Your employees' insurance is paid for {consecutive} months on end, up to {}", in_month(*latest))
        }
        Reason::InsuranceLag { latest, consecutive } => format!(
            "Your employees' insurance is paid for {consecutive} months on end, but nothing after {} is posted yet. You can submit; the station checks",
            in_month(*latest)
        ),
        Reason::InsuranceTooShort { consecutive, missing, earliest, .. } => format!(
            "Your employees' insurance is paid for only {consecutive} months on end; {} is missing. If every month is paid from now on, you can apply from {}",
            in_month(*missing),
            on(*earliest)
        ),
        Reason::InsuranceStopped { latest, earliest } => format!(
            "Nothing was paid into your employees' insurance after {}. If every month is paid from now on, you can apply from {}",
            in_month(*latest),
            on(*earliest)
        ),
        Reason::InsuranceNone { earliest } => format!(
            "No employees' insurance in Chengdu was found. If every month is paid from now on, you can apply on the employment ground from {}; or use the dwelling ground",
            on(*earliest)
        ),
        Reason::InsuranceReplacedByAppointment => {
            "For staff of public bodies the personnel department's certificate stands in for the insurance list. You can submit; the station checks"
                .to_owned()
        }
        Reason::DwellingMet { kind } => format!("Your dwelling ({}) counts as lawful and stable", kind.en()),
        Reason::DwellingNotAGround { kind } => format!(
            "This dwelling ({}) proves your address but is not a ground. Have the lease filed first, or use the employment ground",
            kind.en()
        ),
        Reason::DwellingNotInRecords { kind } => format!(
            "The housing records don't show your dwelling ({}). You can submit: photograph the proof; the station checks",
            kind.en()
        ),
        Reason::GroundNotOpen { ground } => format!(
            "The ground “{}” can't be applied for online yet. Please take your documents to the police station where you live",
            ground.en()
        ),
        Reason::RecordUnavailable => {
            format!("The record “{term}” can't be read just now. You can go on and submit; the station checks")
        }
        Reason::RecordDisputed => format!("You say that the record of the {term} is wrong; the station checks"),
        Reason::AddressDiffers => {
            "Your address differs from your residence registration; the station checks. If you have moved, please update the registration too"
                .to_owned()
        }
        Reason::PictureMissing => format!("There is no picture of the {term} yet. Please take one"),
        Reason::TooManyPages { max } => format!("The {term} takes {max} pages at most. Please delete some"),
        Reason::ConsentMissing => {
            "To have the permit posted, please agree that the post receives the address; or choose to pick it up".to_owned()
        }
        Reason::DeclarationMissing => "Please read and tick the declaration of truth".to_owned(),
    }
}

fn missing_en(about: Subject) -> String {
    let term = about.term(Locale::En);
    match about {
        Subject::Field(
            Field::StreetCode
            | Field::AddressKind
            | Field::Ground
            | Field::EmploymentProof
            | Field::Delivery
            | Field::PickUpStation,
        ) => format!("Please choose the {term}"),
        Subject::Item(Item::FacePhoto) => "Please add a portrait".to_owned(),
        _ => format!("Please enter the {term}"),
    }
}

fn rejection_en(rejection: Rejection) -> &'static str {
    match rejection {
        Rejection::FifteenDigits => {
            "This is an old 15-digit number, no longer in use. Please enter the 18-character number"
        }
        Rejection::Length => "An identity number has 18 characters. Please compare it with your card",
        Rejection::Format => "The first 17 characters are digits, the last a digit or X. Please compare with your card",
        Rejection::Region => "The number starts with a region that does not exist. Please compare with your card",
        Rejection::Date => "The date of birth in characters 7 to 14 does not exist. Please compare with your card",
        Rejection::Future => "The date of birth in characters 7 to 14 lies ahead. Please compare with your card",
        Rejection::TooOld => "The year of birth in characters 7 to 10 is too early. Please compare with your card",
        Rejection::Checksum => {
            "The last character does not fit the others; one may be mistyped. Please compare with your card"
        }
        Rejection::HkMacaoTaiwan => {
            "This is the number of a residence permit for Hong Kong, Macao or Taiwan residents, which is handled at the window of a police station"
        }
        Rejection::PermanentResident => {
            "This is the number of a foreign permanent resident's card, which needs no residence permit; ask the exit-entry administration"
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{field::Catalog, service::AddressKind};

    #[test]
    fn waiting_is_told_with_the_day_and_its_weekday() {
        let reason =
            Reason::ResidenceTooShort { since: date(2026, 1, 15), eligible_from: date(2026, 7, 15), days_left: 3 };
        let finding = Finding::record(Catalog::Registration, reason);
        let words = explain(&finding, Locale::ZhCn);
        assert!(words.starts_with("再过 3 天，2026年7月15日（星期三）就能申领"), "{words}");
        assert!(explain(&finding, Locale::En).contains("from Wednesday 15 July 2026, in 3 days"));
    }

    #[test]
    fn every_missing_answer_is_asked_for_in_both_languages_without_raising_the_voice() {
        let fields = Field::ALL.iter().map(|field| Finding::field(*field, Reason::Missing));
        let items = Item::ALL.iter().map(|item| Finding::item(*item, Reason::PictureMissing));
        for finding in fields.chain(items) {
            for locale in [Locale::ZhCn, Locale::En] {
                let words = explain(&finding, locale);
                assert!(!words.is_empty() && !words.contains(['!', '！']), "{words}");
            }
            let english = explain(&finding, Locale::En);
            assert!(english.is_ascii(), "{english}");
        }
    }

    #[test]
    fn an_unfiled_lease_is_told_what_would_help() {
        let finding = crate::eligibility::dwelling(AddressKind::UnfiledLease, false);
        assert!(explain(&finding, Locale::ZhCn).contains("租赁登记备案"));
        assert!(finding.reason.source().is_some_and(|source| cite(source, Locale::ZhCn).contains("合法稳定住所")));
    }
}
