//! The codes by which receipts are verified, also for what was submitted before there were any.

use std::collections::HashMap;

use rules::verification_code::VerificationCode;
use sea_orm_migration::{
    prelude::*,
    schema::*,
    sea_orm::{ConnectionTrait, JsonValue},
};
use uuid::Uuid;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let code = Table::alter().table("application").add_column(string("verification_code").default("")).to_owned();
        manager.alter_table(code).await?;
        let db = manager.get_connection();
        let codes = give_codes(db).await?;
        complete_answers(db, &codes).await
    }
}

/// Gives a code to each application, and answers which, by its number.
async fn give_codes(db: &impl ConnectionTrait) -> Result<HashMap<String, String>, DbErr> {
    let numbers = Query::select().column("number").from("application").to_owned();
    let mut codes = HashMap::new();
    for row in db.query_all(&numbers).await? {
        let number: String = row.try_get("", "number")?;
        let code = VerificationCode::new(Uuid::new_v4().as_u64_pair().1).to_string();
        let update = Query::update()
            .table("application")
            .value("verification_code", code.as_str())
            .and_where(Expr::col("number").eq(number.as_str()))
            .to_owned();
        db.execute(&update).await?;
        codes.insert(number, code);
    }
    Ok(codes)
}

/// What was answered to a submission is answered again to its repetition, so it has the code, too.
async fn complete_answers(db: &impl ConnectionTrait, codes: &HashMap<String, String>) -> Result<(), DbErr> {
    let answers = Query::select().columns(["person_id", "key", "response"]).from("idempotency").to_owned();
    for row in db.query_all(&answers).await? {
        let mut response: JsonValue = row.try_get("", "response")?;
        let code = response.get("number").and_then(JsonValue::as_str).and_then(|number| codes.get(number));
        let (Some(code), Some(answer)) = (code, response.as_object_mut()) else { continue };
        answer.insert("verification_code".to_owned(), code.as_str().into());
        let person: Uuid = row.try_get("", "person_id")?;
        let key: String = row.try_get("", "key")?;
        let update = Query::update()
            .table("idempotency")
            .value("response", response)
            .and_where(Expr::col("person_id").eq(person))
            .and_where(Expr::col("key").eq(key))
            .to_owned();
        db.execute(&update).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use sea_orm_migration::{
        MigratorTrait,
        sea_orm::{ConnectOptions, Database},
    };
    use serde_json::json;

    use super::{super::Migrator, *};

    /// A row with those values.
    async fn insert<const N: usize>(db: &impl ConnectionTrait, table: &'static str, row: [(&'static str, Expr); N]) {
        let (columns, values): (Vec<_>, Vec<_>) = row.into_iter().unzip();
        let insert = Query::insert().into_table(table).columns(columns).values(values).unwrap().to_owned();
        db.execute(&insert).await.unwrap();
    }

    #[tokio::test]
    async fn what_was_submitted_before_there_were_codes_gets_one_also_in_the_answer_that_is_kept() {
        let mut options = ConnectOptions::new("sqlite::memory:");
        options.max_connections(1);
        let db = Database::connect(options).await.unwrap();
        let before = Migrator::migrations().iter().position(|step| step.name() == Migration.name()).unwrap();
        Migrator::up(&db, before.try_into().ok()).await.unwrap();
        let person = Uuid::new_v4();
        insert(
            &db,
            "person",
            [
                ("id", person.into()),
                ("subject", "s".into()),
                ("name", "林示例".into()),
                ("identity_number", "x".into()),
                ("created_at", 0.into()),
                ("updated_at", 0.into()),
            ],
        )
        .await;
        let empty = || Expr::from(json!({}));
        for number in ["one", "two"] {
            insert(
                &db,
                "application",
                [
                    ("id", Uuid::new_v4().into()),
                    ("number", number.into()),
                    ("person_id", person.into()),
                    ("service", "first_issue".into()),
                    ("draft", empty()),
                    ("verdict", empty()),
                    ("records", empty()),
                    ("station_id", "s".into()),
                    ("state", "submitted".into()),
                    ("version", 1.into()),
                    ("revision", 1.into()),
                    ("submitted_at", 0.into()),
                    ("submitted_on", "2026-07-15".into()),
                ],
            )
            .await;
        }
        insert(
            &db,
            "idempotency",
            [
                ("person_id", person.into()),
                ("key", "k".into()),
                ("request_sha256", "x".into()),
                ("response", Expr::from(json!({"number": "two"}))),
                ("created_at", 0.into()),
            ],
        )
        .await;

        Migrator::up(&db, None).await.unwrap();

        let query = Query::select().columns(["number", "verification_code"]).from("application").to_owned();
        let codes: HashMap<String, String> = db
            .query_all(&query)
            .await
            .unwrap()
            .iter()
            .map(|row| (row.try_get("", "number").unwrap(), row.try_get("", "verification_code").unwrap()))
            .collect();
        assert_ne!(codes["one"], codes["two"]);
        assert!(codes.values().all(|code| code.parse::<VerificationCode>().is_ok()), "{codes:?}");
        let query = Query::select().column("response").from("idempotency").to_owned();
        let answer: JsonValue = db.query_one(&query).await.unwrap().unwrap().try_get("", "response").unwrap();
        assert_eq!(answer, json!({"number": "two", "verification_code": codes["two"]}));
    }
}
