//! The demonstration's officers, and which of them may do what: who accepted a case may not approve it.

use wire::webhook::PoliceEvent;

/// In which role a step is done; the identifiers of the wire's `actor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// 受理民警.
    Station,
    /// 审批人.
    Approver,
    /// 制证员.
    Production,
}

impl Role {
    /// Its identifier on the wire.
    pub const fn actor(self) -> &'static str {
        match self {
            Self::Station => "station",
            Self::Approver => "approver",
            Self::Production => "production",
        }
    }

    /// Its name for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Station => "受理民警",
            Self::Approver => "审批人",
            Self::Production => "制证员",
        }
    }

    /// Whose step it is.
    pub const fn of(event: PoliceEvent) -> Self {
        match event {
            PoliceEvent::Approve | PoliceEvent::Reject => Self::Approver,
            PoliceEvent::CardMade => Self::Production,
            PoliceEvent::Accept
            | PoliceEvent::RequestCorrection
            | PoliceEvent::Decline
            | PoliceEvent::Transfer
            | PoliceEvent::Collected => Self::Station,
        }
    }
}

/// A synthetic officer.
#[derive(Debug)]
pub struct Officer {
    /// Service number: what Rongju is told.
    pub id: &'static str,
    /// Name, on the desk's pages only.
    pub name: &'static str,
    /// What they may do.
    pub roles: &'static [Role],
}

impl Officer {
    /// `周敏（受理民警）`.
    pub fn title(&self) -> String {
        let roles: Vec<_> = self.roles.iter().map(|role| role.title()).collect();
        format!("{}（{}）", self.name, roles.join("、"))
    }

    /// Whether they hold `role`.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// The officers. One holds two roles, so that the separation of accepting and approving can be seen.
pub const OFFICERS: [Officer; 4] = [
    Officer { id: "YS0101", name: "周敏", roles: &[Role::Station] },
    Officer { id: "YS0102", name: "韩立", roles: &[Role::Station, Role::Approver] },
    Officer { id: "YS0201", name: "郑原", roles: &[Role::Approver] },
    Officer { id: "YS0301", name: "秦朗", roles: &[Role::Production] },
];

/// The officer with this service number; the first one where nobody was chosen yet.
pub fn by_id(id: Option<&str>) -> &'static Officer {
    OFFICERS.iter().find(|officer| Some(officer.id) == id).unwrap_or(&OFFICERS[0])
}

/// An officer who may do the step; `accepted_by` may not approve.
pub fn for_step(event: PoliceEvent, accepted_by: Option<&str>) -> &'static Officer {
    let role = Role::of(event);
    let may = |officer: &&Officer| officer.is(role) && (role != Role::Approver || Some(officer.id) != accepted_by);
    OFFICERS.iter().find(may).unwrap_or(&OFFICERS[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_approves_what_they_accepted() {
        for officer in &OFFICERS {
            assert_ne!(for_step(PoliceEvent::Approve, Some(officer.id)).id, officer.id);
        }
        assert_eq!(for_step(PoliceEvent::CardMade, None).id, "YS0301");
    }
}
