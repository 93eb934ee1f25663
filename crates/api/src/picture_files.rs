//! The bytes of uploaded pictures: a folder today, an S3-compatible store tomorrow, through `object_store`.

use std::{path::Path, sync::Arc};

use bytes::Bytes;
use object_store::{ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path as ObjectPath};
use rules::draft::FileKind;
use uuid::Uuid;

/// The store of pictures failed.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// The folder can't be made.
    #[error("folder of the pictures: {0}")]
    Folder(std::io::Error),
    /// Reading or writing failed. The message names our own random path and no person.
    #[error("pictures: {0}")]
    Store(#[from] object_store::Error),
}

/// Where pictures are kept.
#[derive(Debug, Clone)]
pub struct PictureFiles(Arc<dyn ObjectStore>);

impl PictureFiles {
    /// Opens the folder, making it where absent.
    ///
    /// # Errors
    /// [`FilesError`].
    pub fn open(folder: &Path) -> Result<Self, FilesError> {
        std::fs::create_dir_all(folder).map_err(FilesError::Folder)?;
        // A submission says that its pictures are there, so they are on the disk before it is acknowledged.
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true))))
    }

    /// Keeps a page and answers under which path. The path tells nothing about the person.
    pub async fn put(&self, person: Uuid, kind: FileKind, bytes: Bytes) -> Result<String, FilesError> {
        let ending = match kind {
            FileKind::Jpeg => "jpg",
            FileKind::Pdf => "pdf",
        };
        let path = format!("{}/{}.{ending}", person.simple(), Uuid::new_v4().simple());
        self.0.put(&ObjectPath::from(path.as_str()), bytes.into()).await?;
        Ok(path)
    }

    /// The picture under that path.
    pub async fn get(&self, path: &str) -> Result<Bytes, FilesError> {
        Ok(self.0.get(&ObjectPath::from(path)).await?.bytes().await?)
    }

    /// Deletes a picture; one that is gone already is no error.
    pub async fn delete(&self, path: &str) -> Result<(), FilesError> {
        match self.0.delete(&ObjectPath::from(path)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
