//! Findings in Chinese.

use super::{date, month};
use crate::{
    address::AddressDifference,
    field::{Field, Subject},
    identity_number::Rejection,
    term::{Locale, Term},
    verdict::{Finding, Reason},
};

/// The finding in words.
pub fn words(finding: &Finding) -> String {
    let term = finding.about.term(Locale::ZhCn);
    let on = |day| date(day, Locale::ZhCn);
    let in_month = |value| month(value, Locale::ZhCn);
    match &finding.reason {
        Reason::Missing => missing(finding.about),
        Reason::Length { min, max, got } if got < min => format!("{term}只有 {got} 个字，请写完整，至少 {min} 个字"),
        Reason::Length { max, got, .. } => format!("{term}有 {got} 个字，请缩短到 {max} 个字以内"),
        Reason::NotAChoice => format!("{term}不在可选的范围里，请重新选择"),
        Reason::NotADate => format!("{term}不是日历上有的日期，请重新填写"),
        Reason::LostBeforeIssue { issued_on } => {
            format!("您的居住证是{}签发的，{term}不能更早，请检查", on(*issued_on))
        }
        Reason::DateInFuture => format!("{term}不能晚于今天，请检查"),
        Reason::Unchanged => {
            format!("{term}和现在登记的一样。请填新的，没有变的请在“{}”里去掉", Field::Details.zh())
        }
        Reason::AlreadyRegistered { since } => {
            format!("您在这个地址的居住登记从{}起一直有效，不用再办。搬了家的，请填新住址", on(*since))
        }
        Reason::PhoneMalformed => "手机号码应为 11 位数字、以 1 开头，请对照检查".to_owned(),
        Reason::IdentityNumber { rejection } => rejected(*rejection).to_owned(),
        Reason::CreditCodeMalformed => "统一社会信用代码应为 18 位，请对照营业执照检查，也可以留空".to_owned(),
        Reason::StreetUnknown => "请选择成都市内的街道或镇".to_owned(),
        Reason::StationUnknown => "请选择一个派出所".to_owned(),
        Reason::GuardianNeeded { from } => {
            format!("未满 14 周岁要由监护人或近亲属代办，请选择代办；{}起可以自己办理", on(*from))
        }
        Reason::AgentSignedIn => {
            "现在由您登录替孩子办理，申请上的代办人只能是您。要换一位代办人，请由那一位登录办理".to_owned()
        }
        Reason::AgentIsApplicant => "代办人的身份证号与申请人相同，请填写代办人的号码，或改为本人办理".to_owned(),
        Reason::AgentTooYoung { .. } => "代办人要年满 18 周岁，请换一位监护人或近亲属".to_owned(),
        Reason::AgentReasonDoesNotHold => {
            "申请人已满 16 周岁，不能用这个代办原因。请另选一个，或改为本人办理".to_owned()
        }
        Reason::AgentReasonToBeChecked => "这个代办原因由派出所核对，可以提交".to_owned(),
        Reason::AgentToBeChecked { relation } => {
            format!("户籍记录里没有查到代办人是申请人的{}，可以提交，由派出所核对", relation.zh())
        }
        Reason::IdentityCardExpired { valid_to } => {
            format!("您的身份证已于{}到期，请先到派出所换领身份证，再来办理", on(*valid_to))
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
            "没有查到您在成都的居住登记。请先办理居住登记，居住时间从申报那天算起".to_owned()
        }
        Reason::ResidenceEnded { ended_on } => {
            format!("您的居住登记已于{}注销或到期。请重新办理居住登记，居住时间从申报那天算起", on(*ended_on))
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
            "没有查到您在成都缴纳的职工社保。从本月起连续缴纳，最早{}可以按就业申领。也可以改按住所申领",
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
        Reason::SchoolingMet { since } => format!("您自{}起在读，可以按连续就读申领", on(*since)),
        Reason::SchoolingEnded => {
            "学籍记录显示您已不在读。仍在读的，请学校更新学籍；已毕业的，可以改按就业或住所申领".to_owned()
        }
        Reason::SchoolingNotInRecords => "没有查到您的学籍。可以提交，请拍下学生证或就读证明，由派出所核对".to_owned(),
        Reason::TalentToBeChecked => {
            "是否符合人才落户规定由派出所核对。可以提交，请拍下学历、学位或职称证书".to_owned()
        }
        Reason::RelativeMet { relation } => format!("您的{}是成都户籍，可以按直系亲属申领", relation.zh()),
        Reason::RelativeNotDirect { relation } => {
            format!("{}不算直系亲属。配偶、父母、子女、祖父母、外祖父母是成都户籍的，请填写他们", relation.zh())
        }
        Reason::RelativeNotInRecords => {
            "没有查到这位亲属的成都户籍。可以提交，请拍下户口簿和关系证明，由派出所核对".to_owned()
        }
        Reason::HouseholdInChengdu => "您是成都户籍，不需要办理居住证".to_owned(),
        Reason::RegistrationBegins { since, full_on } => {
            format!("今天申报的，审核通过后居住时间从{}算起，{}满半年", on(*since), on(*full_on))
        }
        Reason::ResidenceStands { since } => format!("您自{}起的居住登记有效", on(*since)),
        Reason::PermitHeld { issued_on } => {
            format!("您已有{}签发的居住证。到期请办签注，丢失请办补领，损坏请办换领", on(*issued_on))
        }
        Reason::PermitOnRecord { issued_on, status } => {
            format!("查到您的居住证，{}签发，状态：{}", on(*issued_on), status.zh())
        }
        Reason::PermitNone => "没有查到您的居住证，请先申领".to_owned(),
        Reason::PermitEnded => "您的居住证已终止使用，请重新申领".to_owned(),
        Reason::PermitLost => "您的居住证已挂失，请先办理补领".to_owned(),
        Reason::EndorsementEarly { open, due } => {
            format!("还没到签注时间：{}起可以签注，到{}为止", on(*open), on(*due))
        }
        Reason::EndorsementInWindow { due, advise_by } => {
            format!("现在可以签注，请在{}前办好，最晚{}", on(*advise_by), on(*due))
        }
        Reason::EndorsementLate { suspended_from, days_lost, next_due } => format!(
            "居住证自{}起中止使用，已有 {days_lost} 天。补办签注当天恢复使用，居住年限从那天重新计算。今天补办的话，下次签注最晚{}。年限怎么算以公安机关认定为准",
            on(*suspended_from),
            on(*next_due)
        ),
        Reason::RecordUnavailable => format!("没有读取到{term}，可以继续填写和提交，由派出所核对"),
        Reason::RecordDisputed => format!("您认为{term}的记录有误，派出所会核对"),
        Reason::AddressDiffers => {
            "您填的居住地与居住登记的地址不一致，派出所会核对。已经搬家的，请同时更新居住登记".to_owned()
        }
        Reason::AddressPartsDiffer { with, parts } => format!(
            "您填的住址与{}里的地址不一致：{}。住址要与租赁备案或房产证明一致；填错了请改正，没有填错可以提交，由派出所核对",
            with.zh(),
            parts.iter().map(difference).collect::<Vec<_>>().join("；")
        ),
        Reason::PictureMissing => format!("还没有{term}的照片，请拍一张"),
        Reason::TooManyPages { max } => format!("{term}最多 {max} 页，请删去多余的"),
        Reason::ConsentMissing => "选择邮寄需要您同意把收件信息提供给邮政；不同意可以改为到派出所领取".to_owned(),
        Reason::DeclarationMissing => format!("请阅读并勾选{term}"),
    }
}

fn difference(difference: &AddressDifference) -> String {
    let value = |text: &str| if text.is_empty() { "没有写".to_owned() } else { format!("是“{text}”") };
    let AddressDifference { part, given, recorded } = difference;
    format!("{}，您填的{}，记录里{}", part.zh(), value(given), value(recorded))
}

fn missing(about: Subject) -> String {
    let term = about.term(Locale::ZhCn);
    match about {
        Subject::Field(field) if field.is_chosen() => format!("请选择{term}"),
        _ => format!("请填写{term}"),
    }
}

fn rejected(rejection: Rejection) -> &'static str {
    match rejection {
        Rejection::FifteenDigits => "这是 15 位的旧身份证号，一代证已停用，请填 18 位号码",
        Rejection::Length => "身份证号应为 18 位，请对照证件补全",
        Rejection::Format => "身份证号前 17 位应为数字，最后一位是数字或 X，请对照证件检查",
        Rejection::Region => "身份证号开头的地区代码不对，请对照证件检查",
        Rejection::Date => "身份证号里的出生日期不存在，请对照证件检查第 7 到 14 位",
        Rejection::Future => "身份证号里的出生日期在今天之后，请对照证件检查第 7 到 14 位",
        Rejection::TooOld => "身份证号里的出生年份太早，请对照证件检查第 7 到 10 位",
        Rejection::Checksum => "身份证号的最后一位与前面对不上，可能有一位写错了，请对照证件检查",
        Rejection::HkMacaoTaiwan => "这是港澳台居民居住证的号码，办理方式不同，请到派出所窗口",
        Rejection::PermanentResident => "这是外国人永久居留身份证的号码，不需要办理居住证。有疑问请联系出入境管理部门",
    }
}
