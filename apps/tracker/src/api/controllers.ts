import { ActivitiesController } from './activities.controller.js';
import { AnnouncementsController } from './announcements.controller.js';
import { BackupController } from './backup.controller.js';
import { DocumentService } from './document-service.js';
import { DocumentsController } from './documents.controller.js';
import { FeedContent } from './feed-content.js';
import { FeedsController } from './feeds.controller.js';
import { JobsController } from './jobs.controller.js';
import { KeysController } from './keys.controller.js';
import { LogController } from './log.controller.js';
import { LongWork } from './long-work.js';
import { Mending } from './mending.js';
import { MendingController } from './mending.controller.js';
import { OpmlImport } from './opml-import.js';
import { OpmlController } from './opml.controller.js';
import { OperationsController } from './operations.controller.js';
import { Polls } from './polls.js';
import { Reads } from './reads.js';
import { ReviewController } from './review.controller.js';
import { SourcePreview } from './source-preview.js';
import { SourceReader } from './source-reader.js';
import { SourceService } from './source-service.js';
import { SourcesController } from './sources.controller.js';
import { StatusController } from './status.controller.js';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.js';
import { WebhookReader } from './webhook-reader.js';
import { WebhooksController } from './webhooks.controller.js';
import { Writer } from './writer.js';
import { Rereading } from '../roles/rereading.js';

const operations = [OperationsController];

/** Routes of a process with the role api, and of one without. */
export const CONTROLLERS = {
  operations,
  all: [
    ...operations,
    StatusController,
    AnnouncementsController,
    MendingController,
    ActivitiesController,
    FeedsController,
    DocumentsController,
    ReviewController,
    OpmlController,
    SourcesController,
    LogController,
    WebhooksController,
    WebhookDeliveriesController,
    KeysController,
    JobsController,
    BackupController,
  ],
};

/** What the controllers stand on. */
export const SERVICES = [
  Writer,
  Reads,
  FeedContent,
  Mending,
  DocumentService,
  SourcePreview,
  SourceReader,
  SourceService,
  OpmlImport,
  Polls,
  WebhookReader,
  Rereading,
  LongWork,
];
