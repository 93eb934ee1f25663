//! What survives a restart: SeaORM entities, migrations and repositories. Decides nothing.
//!
//! A file a table: its entity, then what is asked of it. Functions take any connection, so that one transaction can span
//! several tables; whoever opens it commits it. "Not found" is `Ok(None)`. Everything that belongs to a person is asked
//! for with that person, so that somebody else's is not found either.
//!
//! Instants are kept as milliseconds since 1970 (UTC), dates as `YYYY-MM-DD`, values of `rules` as JSON.

pub mod application;
pub mod child;
pub mod consent;
mod convert;
pub mod correction;
pub mod counter;
pub mod delivery;
pub mod draft;
pub mod event;
pub mod idempotency;
mod migrations;
pub mod outbox;
pub mod person;
pub mod picture;
pub mod picture_part;
pub mod record_check;
pub mod reminder;
pub mod session;
pub mod webhook_seen;

use std::time::Duration;

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbErr, SqlErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use sea_orm_migration::MigratorTrait;

/// What a repository asks: the database, or a transaction in it.
pub use sea_orm::ConnectionTrait as Connection;
/// Several changes that happen together or not at all; dropped without `commit`, they don't.
pub use sea_orm::DatabaseTransaction as Transaction;

/// The database failed, or holds something that this version can't read. Never repeats what is kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database said no.
    #[error("database: {0}")]
    Database(#[from] DbErr),
    /// A column does not hold what it should.
    #[error("the column {0} does not hold what it should")]
    Unreadable(&'static str),
    /// The folder for the database can't be made.
    #[error("folder of the database: {0}")]
    Folder(std::io::Error),
    /// The operating system gives no random bits.
    #[error("no source of randomness")]
    NoRandomness,
}

impl StoreError {
    /// Whether it is a constraint that saw to it that something is there only once.
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Self::Database(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))))
    }
}

/// How long a writer waits for another one.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// The database.
#[derive(Debug, Clone)]
pub struct Store {
    connection: DatabaseConnection,
}

impl Store {
    /// Connects, with `connections` at most, and brings the tables up to date.
    ///
    /// # Errors
    /// [`StoreError`] where the database can't be opened or migrated.
    pub async fn open(url: &str, connections: u32) -> Result<Self, StoreError> {
        make_folder(url).map_err(StoreError::Folder)?;
        let mut options = ConnectOptions::new(url);
        options.max_connections(connections).sqlx_logging(false).map_sqlx_sqlite_opts(|sqlite| {
            // FULL, since an acknowledged submission must survive a power cut; WAL, so that readers never wait.
            sqlite
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(BUSY_TIMEOUT)
        });
        let connection = Database::connect(options).await?;
        migrations::Migrator::up(&connection, None).await?;
        Ok(Self { connection })
    }

    /// For single statements.
    pub const fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }

    /// Begins a transaction that writes. It takes the write lock at once: SQLite can't turn a reader into a writer
    /// while another one writes.
    pub async fn begin(&self) -> Result<DatabaseTransaction, StoreError> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        Ok(self.connection.begin_with_options(options).await?)
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        Ok(self.connection.ping().await?)
    }

    /// Closes every connection.
    pub async fn close(self) -> Result<(), StoreError> {
        Ok(self.connection.close().await?)
    }
}

fn make_folder(url: &str) -> std::io::Result<()> {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//").split('?').next().unwrap_or_default();
    match std::path::Path::new(path).parent() {
        Some(folder) if !path.starts_with(':') => std::fs::create_dir_all(folder),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};

    use super::*;

    async fn pragma(store: &Store, name: &str) -> String {
        let statement = Statement::from_string(DatabaseBackend::Sqlite, format!("PRAGMA {name}"));
        let row = store.connection().query_one_raw(statement).await.unwrap().unwrap();
        row.try_get_by_index::<String>(0)
            .or_else(|_| row.try_get_by_index::<i64>(0).map(|number| number.to_string()))
            .unwrap()
    }

    #[tokio::test]
    async fn the_promises_of_the_database_are_switched_on() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/new/rongju.db", folder.path().display());
        let store = Store::open(&url, 4).await.unwrap();
        assert_eq!(pragma(&store, "journal_mode").await, "wal");
        assert_eq!(pragma(&store, "synchronous").await, "2", "FULL");
        assert_eq!(pragma(&store, "foreign_keys").await, "1");
        assert_eq!(pragma(&store, "busy_timeout").await, "10000");
        store.close().await.unwrap();
    }

    #[tokio::test]
    async fn opening_twice_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/rongju.db", folder.path().display());
        Store::open(&url, 1).await.unwrap().close().await.unwrap();
        Store::open(&url, 1).await.unwrap().ping().await.unwrap();
    }
}
