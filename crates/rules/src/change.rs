//! Change of details (信息变更): what can be changed, what proves it, and whether a new card follows.

use std::{collections::BTreeSet, fmt, str::FromStr};

use crate::{
    field::Field,
    rule_set::RuleSet,
    term::{Locale, Term, UnknownTerm, terms},
};

terms! {
    /// A detail of the permit. The printed ones are those of 居住证暂行条例 Art. 4; the others are kept in the record.
    Detail, "detail" {
        /// The address of residence.
        ResidenceAddress = "residence_address", "居住地址", "address of residence";
        /// The address of the permanent household.
        HouseholdAddress = "household_address", "常住户口所在地址", "household address";
        /// Name, sex or nationality, after the identity card was changed.
        Identity = "identity", "姓名等身份信息", "name and other particulars";
        /// The portrait.
        Portrait = "portrait", "本人相片", "portrait";
        /// The mobile number.
        Phone = "phone", "手机号码", "mobile number";
        /// The employer.
        Employment = "employment", "工作单位", "employer";
    }
}

impl Detail {
    /// Whether it is printed on the card (居住证暂行条例 Art. 4).
    pub const fn is_printed(self) -> bool {
        match self {
            Self::ResidenceAddress | Self::HouseholdAddress | Self::Identity | Self::Portrait => true,
            Self::Phone | Self::Employment => false,
        }
    }

    /// Whether the identity card shows it, and so proves its change.
    pub const fn is_on_identity_card(self) -> bool {
        matches!(self, Self::HouseholdAddress | Self::Identity)
    }

    /// The fields that the change asks for. Name, sex and nationality are asked for nowhere: they come with the sign-in.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::ResidenceAddress => &[Field::StreetCode, Field::Address, Field::AddressKind],
            Self::HouseholdAddress => &[Field::HouseholdAddress],
            Self::Identity | Self::Portrait => &[],
            Self::Phone => &[Field::Phone],
            Self::Employment => &[Field::EmploymentProof, Field::Employer, Field::EmployerCode],
        }
    }
}

/// Several details, each once: as text their identifiers in the order of the list, separated by commas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details(BTreeSet<Detail>);

impl Details {
    /// Whether the detail is among them.
    pub fn contains(&self, detail: Detail) -> bool {
        self.0.contains(&detail)
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Detail> {
        self.0.iter().copied()
    }

    /// Adds a detail, or takes it away where it was there.
    pub fn toggle(&mut self, detail: Detail) {
        if !self.0.remove(&detail) {
            self.0.insert(detail);
        }
    }

    /// Whether their change leads to a new card.
    pub fn makes_new_card(&self, rules: &RuleSet) -> bool {
        rules.change.printed_makes_new_card && self.iter().any(Detail::is_printed)
    }

    /// Their official words, in the order of the list.
    pub fn term(&self, locale: Locale) -> String {
        let between = if locale == Locale::ZhCn { "、" } else { ", " };
        self.iter().map(|detail| detail.term(locale)).collect::<Vec<_>>().join(between)
    }

    /// Whether their change asks for the field.
    pub fn ask(&self, field: Field) -> bool {
        self.iter().any(|detail| detail.fields().contains(&field))
    }
}

impl FromIterator<Detail> for Details {
    fn from_iter<T: IntoIterator<Item = Detail>>(details: T) -> Self {
        Self(details.into_iter().collect())
    }
}

impl FromStr for Details {
    type Err = UnknownTerm;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.split(',').map(|id| id.trim().parse()).collect::<Result<_, _>>().map(Self)
    }
}

impl fmt::Display for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, detail) in self.iter().enumerate() {
            write!(f, "{}{detail}", if at == 0 { "" } else { "," })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_makes_a_new_card_and_a_telephone_number_does_not() {
        let details = |text: &str| text.parse::<Details>().unwrap();
        assert!(details("residence_address").makes_new_card(RuleSet::current()));
        assert!(details("phone,portrait").makes_new_card(RuleSet::current()));
        assert!(!details("phone,employment").makes_new_card(RuleSet::current()));
        assert!(!Details::default().makes_new_card(RuleSet::current()));
    }

    #[test]
    fn details_read_back_in_one_order_however_they_were_named() {
        let read: Details = "phone, residence_address,phone".parse().unwrap();
        assert_eq!(read.to_string(), "residence_address,phone");
        assert_eq!(read.to_string().parse(), Ok(read));
        assert!("".parse::<Details>().is_err() && "phone,colour".parse::<Details>().is_err());
    }

    #[test]
    fn a_detail_named_twice_by_hand_is_taken_away_again() {
        let mut details = Details::default();
        details.toggle(Detail::Phone);
        assert!(!details.contains(Detail::Portrait));
        assert!(details.contains(Detail::Phone) && details.ask(Field::Phone) && !details.ask(Field::Address));
        details.toggle(Detail::Phone);
        assert_eq!(details, Details::default());
    }
}
