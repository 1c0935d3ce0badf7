/** The public contract. Written from the OpenAPI document by `npm run docs`: do not edit. */
/* eslint-disable */

export interface paths {
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The process answers. */
    get: operations['OperationsController_live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Store, database, queue and lag, each with detail. */
    get: operations['OperationsController_ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Figures for Prometheus. */
    get: operations['OperationsController_figures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Version, log, last seal, positions, lag, sources by health, webhooks by state. */
    get: operations['StatusController_status'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/announcements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Announcements, newest first, as of any date, as known at any moment. */
    get: operations['AnnouncementsController_list'];
    put?: never;
    /**
     * State an announcement by hand.
     * @description Needs the scope announcements:write.
     */
    post: operations['MendingController_state'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/announcements/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One announcement; a merged one says into which. */
    get: operations['AnnouncementsController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/announcements/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every event of it, oldest first, with what changed and why. */
    get: operations['AnnouncementsController_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/announcements/{id}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What differs between two of its revisions. */
    get: operations['AnnouncementsController_diff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Counts by kind, year, place, organisation, language and source. */
    get: operations['AnnouncementsController_facets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Counts by month and kind, for drawing. */
    get: operations['AnnouncementsController_timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/items/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The archived text of an item with its metadata. */
    get: operations['AnnouncementsController_item'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/announcements/{id}/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Correct fields; holds at every asOf unless effective is given.
     * @description Needs the scope announcements:write.
     */
    post: operations['MendingController_correct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/announcements/{id}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraw it: by its announcer from a day on (effective), or as our mistake.
     * @description Needs the scope announcements:write.
     */
    post: operations['MendingController_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/announcements/{id}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * It is the same as another, which survives.
     * @description Needs the scope announcements:write.
     */
    post: operations['MendingController_merge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/announcements/{id}/split': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Some of its items report another announcement.
     * @description Needs the scope announcements:write.
     */
    post: operations['MendingController_split'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/activities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Activities with their status as of a day. */
    get: operations['ActivitiesController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/feed.rss': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** RSS 2.0. */
    get: operations['FeedsController_rss'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/feed.atom': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Atom. */
    get: operations['FeedsController_atom'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/feed.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** JSON Feed 1.1. */
    get: operations['FeedsController_json'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/calendar.ics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** iCalendar of what happens when; what was called off is there as cancelled. */
    get: operations['FeedsController_ics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import a document; it is read like any other item.
     * @description Needs the scope announcements:write.
     */
    post: operations['DocumentsController_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/extractions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What would be read from a document; nothing is recorded. */
    post: operations['DocumentsController_extract'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What awaits a decision, oldest first. */
    get: operations['ReviewController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/review/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept (mending fields where wanted) or reject.
     * @description Needs the scope announcements:write.
     */
    post: operations['ReviewController_decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sources.opml': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The sources as OPML 2.0. */
    get: operations['OpmlController_list'];
    put?: never;
    /**
     * Follow every feed of an OPML file; those that cannot be followed are named with the reason.
     * @description Needs the scope sources:write.
     */
    post: operations['OpmlController_take'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every source with its health and next poll. */
    get: operations['SourcesController_list'];
    put?: never;
    /**
     * Follow a feed, a page, or a site whose feed is looked for.
     * @description Needs the scope sources:write.
     */
    post: operations['SourcesController_follow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sources/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What following an address would bring, with the announcements it makes; nothing is recorded.
     * @description Needs the scope sources:write.
     */
    post: operations['SourcesController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sources/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One source. */
    get: operations['SourcesController_one'];
    put?: never;
    post?: never;
    /**
     * Follow it no more; what it said stays.
     * @description Needs the scope sources:write.
     */
    delete: operations['SourcesController_unfollow'];
    options?: never;
    head?: never;
    /**
     * Change its settings; pause or resume polling.
     * @description Needs the scope sources:write.
     */
    patch: operations['SourcesController_change'];
    trace?: never;
  };
  '/v1/sources/{id}/poll': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Poll it now; answers when its items have been read.
     * @description Needs the scope sources:write.
     */
    post: operations['SourcesController_poll'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sources/{id}/polls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The latest attempts, each with the next poll and its reason. */
    get: operations['SourcesController_attempts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The log from a position on; waits for news; NDJSON on Accept. */
    get: operations['LogController_events'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Events as they are recorded, resumable by Last-Event-ID. */
    get: operations['LogController_stream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** History in announced order, at a speed in days a second; tells the day it has reached, resumable by Last-Event-ID. */
    get: operations['LogController_replay'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/stream-tickets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A ticket for one browser stream within 60 s.
     * @description Needs the scope announcements:read.
     */
    post: operations['LogController_ticket'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every webhook with its state.
     * @description Needs the scope webhooks:read.
     */
    get: operations['WebhooksController_list'];
    put?: never;
    /**
     * Subscribe; the signing secret is shown this once.
     * @description Needs the scope webhooks:write.
     */
    post: operations['WebhooksController_subscribe'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One webhook with its state.
     * @description Needs the scope webhooks:read.
     */
    get: operations['WebhooksController_one'];
    put?: never;
    post?: never;
    /**
     * Delete it and shred its secrets.
     * @description Needs the scope webhooks:write.
     */
    delete: operations['WebhooksController_remove'];
    options?: never;
    head?: never;
    /**
     * Change it.
     * @description Needs the scope webhooks:write.
     */
    patch: operations['WebhooksController_change'];
    trace?: never;
  };
  '/v1/webhooks/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send one signed webhook.ping now.
     * @description Needs the scope webhooks:write.
     */
    post: operations['WebhookDeliveriesController_test'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/rotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A new signing secret; the old one signs on for the overlap.
     * @description Needs the scope webhooks:write.
     */
    post: operations['WebhookDeliveriesController_rotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take deliveries up again, with what was missed or from now on.
     * @description Needs the scope webhooks:write.
     */
    post: operations['WebhookDeliveriesController_enable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/replays': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send past announcements again: from a position in log order, from a date in announced order.
     * @description Needs the scope webhooks:write.
     */
    post: operations['WebhookDeliveriesController_replay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/attempts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was tried, newest first, with the captured answers.
     * @description Needs the scope webhooks:read.
     */
    get: operations['WebhookDeliveriesController_attempts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/attempts/{attemptId}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send the event of an attempt once more.
     * @description Needs the scope webhooks:write.
     */
    post: operations['WebhookDeliveriesController_retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every key, without its secret.
     * @description Needs the scope admin.
     */
    get: operations['KeysController_list'];
    put?: never;
    /**
     * Make a key; it is shown this once.
     * @description Needs the scope admin.
     */
    post: operations['KeysController_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke a key.
     * @description Needs the scope admin.
     */
    delete: operations['KeysController_revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start long work; GET /v1/jobs/{id} shows its progress.
     * @description Needs the scope admin.
     */
    post: operations['JobsController_start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Progress and result of long work.
     * @description Needs the scope admin.
     */
    get: operations['JobsController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/backup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The log with the archived texts as NDJSON; no secrets.
     * @description Needs the scope admin.
     */
    get: operations['BackupController_backup'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Restore a backup (NDJSON) into an empty log. The copy sends nothing.
     * @description Needs the scope admin.
     */
    post: operations['BackupController_restore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/activities/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One activity with its announcements in order. */
    get: operations['ActivitiesController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description What announcements are about, with their number and its status as of then. */
    Activity: {
      id: string;
      kind: components['schemas']['Kind'];
      title: components['schemas']['Localized'];
      status: components['schemas']['ActivityStatus'];
      happens: components['schemas']['Happens'] | null;
      place: components['schemas']['Place'] | null;
      theme: string | null;
      /** Format: date-time */
      firstAnnouncedAt: string;
      /** Format: date-time */
      lastAnnouncedAt: string;
      announcements: number;
    };
    ActivityName: {
      id: string;
      title: components['schemas']['Localized'];
    };
    /** @enum {string} */
    ActivityStatus: 'announced' | 'scheduled' | 'open' | 'under_way' | 'closed' | 'cancelled';
    ActivityWithAnnouncements: {
      id: string;
      kind: components['schemas']['Kind'];
      title: components['schemas']['Localized'];
      status: components['schemas']['ActivityStatus'];
      happens: components['schemas']['Happens'] | null;
      place: components['schemas']['Place'] | null;
      theme: string | null;
      /** Format: date-time */
      firstAnnouncedAt: string;
      /** Format: date-time */
      lastAnnouncedAt: string;
      announcements: components['schemas']['Announcement'][];
    };
    /** @description One stated fact about the WIC, as it stood at the moment asked for. Unknown parts are null, never guessed. */
    Announcement: {
      id: string;
      revision: number;
      /** @description A place in the log: a decimal string. */
      position: string;
      kind: components['schemas']['Kind'];
      activity: components['schemas']['ActivityName'] | null;
      phase: components['schemas']['Phase'] | null;
      title: components['schemas']['Localized'];
      summary: components['schemas']['Localized'] | null;
      /** Format: date-time */
      announcedAt: string;
      /** @enum {string} */
      announcedAtBasis: 'source' | 'document' | 'received' | 'happening';
      /** @enum {string} */
      announcedAtPrecision: 'instant' | 'day' | 'month' | 'quarter' | 'year';
      happens: components['schemas']['Happens'] | null;
      place: components['schemas']['Place'] | null;
      organisations: string[];
      people: components['schemas']['Person'][];
      theme: string | null;
      /** @description 0 to 1. */
      confidence: number;
      /** Format: date-time */
      recordedAt: string;
      backfill: boolean;
      status: components['schemas']['Status'];
      mergedInto: string | null;
      coverage: components['schemas']['Coverage'][];
      evidence: components['schemas']['Evidence'][];
    };
    ApiKey: {
      id: string;
      name: string;
      scopes: (
        | 'announcements:read'
        | 'announcements:write'
        | 'sources:write'
        | 'webhooks:read'
        | 'webhooks:write'
        | 'admin'
      )[];
      prefix: string;
      /** Format: date-time */
      createdAt: string;
      expiresAt: string | null;
      revokedAt: string | null;
      lastUsedAt: string | null;
    };
    Count: {
      value: string;
      count: number;
    };
    /** @description An item that reports an announcement. */
    Coverage: {
      itemId: string;
      sourceId: string;
      url: string | null;
      title: string | null;
      lang: components['schemas']['Lang'];
      publishedAt: string | null;
    };
    Difference: {
      from: number;
      to: number;
      changes: components['schemas']['FieldChange'][];
    };
    /** @description What became of a document: which announcements it makes, and whether they were new. */
    DocumentResult: {
      itemId: string;
      relevant: boolean;
      text: string;
      /** @constant */
      outcome?: 'known';
      announcements: {
        id: string;
        kind: components['schemas']['Kind'];
        confidence: number;
        /** @enum {string} */
        outcome: 'published' | 'coverage' | 'revised' | 'review';
      }[];
    };
    Evidence: {
      itemId: string;
      /** @enum {string} */
      field:
        | 'kind'
        | 'activity'
        | 'phase'
        | 'title'
        | 'summary'
        | 'announcedAt'
        | 'happens'
        | 'place'
        | 'organisations'
        | 'people'
        | 'theme';
      /** @enum {string} */
      in: 'text' | 'title';
      /** @description UTF-16 units; text.slice(start, end) is the evidence. */
      start: number;
      end: number;
      text: string;
    };
    /** @description What would be read from a document; nothing was recorded. */
    Extraction: {
      relevant: boolean;
      lang: components['schemas']['Lang'];
      text: string;
      announcements: components['schemas']['FoundAnnouncement'][];
      relevance: {
        score: number;
        rules: string[];
      };
    };
    Facets: {
      kind: components['schemas']['Count'][];
      year: components['schemas']['Count'][];
      place: components['schemas']['Count'][];
      organisation: components['schemas']['Count'][];
      language: components['schemas']['Count'][];
      source: components['schemas']['Count'][];
    };
    FieldChange: {
      field: string;
      from: unknown;
      to: unknown;
    };
    FoundAnnouncement: {
      kind: components['schemas']['Kind'];
      activity: components['schemas']['ActivityName'] | null;
      phase: components['schemas']['Phase'] | null;
      title: components['schemas']['Localized'];
      /** Format: date-time */
      announcedAt: string;
      /** @enum {string} */
      announcedAtBasis: 'source' | 'document' | 'received' | 'happening';
      /** @enum {string} */
      announcedAtPrecision: 'instant' | 'day' | 'month' | 'quarter' | 'year';
      happens: components['schemas']['Happens'] | null;
      place: components['schemas']['Place'] | null;
      organisations: string[];
      people: components['schemas']['Person'][];
      theme: string | null;
      /** @description 0 to 1. */
      confidence: number;
      evidence: components['schemas']['FoundEvidence'][];
      rules: string[];
    };
    FoundEvidence: {
      /** @enum {string} */
      field:
        | 'kind'
        | 'activity'
        | 'phase'
        | 'title'
        | 'summary'
        | 'announcedAt'
        | 'happens'
        | 'place'
        | 'organisations'
        | 'people'
        | 'theme';
      /** @enum {string} */
      in: 'text' | 'title';
      /** @description UTF-16 units; text.slice(start, end) is the evidence. */
      start: number;
      end: number;
      text: string;
    };
    /** @description When it takes place; of a month, quarter or year the first and last day. */
    Happens: {
      start: string | null;
      end: string | null;
      /** @enum {string} */
      precision: 'day' | 'month' | 'quarter' | 'year';
      tz: string;
    };
    /** @description Every check with what was seen. */
    Health: {
      ok: boolean;
      checks: {
        [key: string]: {
          ok: boolean;
          detail: string;
        };
      };
    };
    /** @description One event of an announcement, what it changed and why. */
    HistoryEntry: {
      type: string;
      eventId: string;
      announcementId: string;
      revision: number;
      /** @description A place in the log: a decimal string. */
      position: string;
      announcedAt: string | null;
      /** Format: date-time */
      recordedAt: string;
      backfill: boolean;
      actor: string;
      changes: components['schemas']['FieldChange'][];
      why: {
        reason?: string;
        cause?: string;
        rule?: string;
        score?: number;
        extractor?: string;
        itemId?: string;
        effective?: string | null;
      };
    };
    /** @description An archived text with its metadata. */
    Item: {
      id: string;
      sourceId: string;
      identity: string;
      url: string | null;
      title: string | null;
      lang: components['schemas']['Lang'] | null;
      publishedAt: string | null;
      publishedAtPrecision: ('instant' | 'day') | null;
      publishedAtRaw: string | null;
      tz: string;
      contentHash: string;
      length: number;
      trusted: boolean;
      revision: number;
      /** @description A place in the log: a decimal string. */
      position: string;
      /** Format: date-time */
      receivedAt: string;
      changedAt: string | null;
      vanished: {
        /** Format: date-time */
        at: string;
        /** @enum {string} */
        reason: 'deleted' | 'gone';
      } | null;
      /** @description Ids of those it reports. */
      announcements: string[];
      text: string | null;
    };
    /** @description Long work with its progress and result. */
    Job: {
      id: string;
      job: string;
      /** @enum {string} */
      state: 'running' | 'done' | 'failed';
      progress: {
        done: number;
        total: number;
      } | null;
      result: {
        [key: string]: unknown;
      } | null;
      error: string | null;
      /** Format: date-time */
      startedAt: string;
      finishedAt: string | null;
    };
    /** @enum {string} */
    Kind:
      | 'summit'
      | 'forum'
      | 'symposium'
      | 'competition_registration'
      | 'competition_result'
      | 'office_opening'
      | 'programme_launch'
      | 'publication'
      | 'award'
      | 'member_activity'
      | 'external_participation'
      | 'appointment'
      | 'expo'
      | 'partnership'
      | 'call_for_entries'
      | 'organisation'
      | 'exchange'
      | 'reaction'
      | 'other';
    /** @enum {string} */
    Lang: 'en' | 'zh';
    /** @description A text by language; at least one is there. */
    Localized: {
      en?: string;
      zh?: string;
    };
    /** @description An event of the log. */
    LogEvent: {
      /** @description `announcement.published`, `source.followed`… */
      type: string;
      /** @description A place in the log: a decimal string. */
      position: string;
      announcedAt: string | null;
      /** Format: date-time */
      recordedAt: string;
      backfill: boolean;
      /** @description The announcement or the source as it was just after this event; null while it is only proposed. */
      data: {
        announcement?: components['schemas']['Announcement'] | null;
        source?: components['schemas']['SourceTold'];
      } & {
        [key: string]: unknown;
      };
    };
    LogPage: {
      data: components['schemas']['LogEvent'][];
      page: {
        /** @description What to ask for next; never null. */
        next: string;
        hasMore: boolean;
      };
    };
    /** @description Its key is shown this once: not to the same request sent again with its Idempotency-Key. */
    NewApiKey: {
      id: string;
      name: string;
      scopes: (
        | 'announcements:read'
        | 'announcements:write'
        | 'sources:write'
        | 'webhooks:read'
        | 'webhooks:write'
        | 'admin'
      )[];
      prefix: string;
      /** Format: date-time */
      createdAt: string;
      expiresAt: string | null;
      revokedAt: string | null;
      lastUsedAt: string | null;
      key?: string;
    };
    NewWebhook: {
      id: string;
      revision: number;
      /** @description Without what is secret in it. */
      url: string;
      kinds: string[];
      types: string[];
      q: string | null;
      organisation: string | null;
      place: string | null;
      activity: string | null;
      lang: string | null;
      backfill: boolean;
      format: components['schemas']['WebhookFormat'];
      maxInFlight: number;
      ratePerSecond: number | null;
      description: string | null;
      /** @enum {string} */
      state: 'active' | 'failing' | 'disabled';
      reason: string | null;
      cursor: string | null;
      backlog: number;
      parked: number;
      lastSuccessAt: string | null;
      lastFailure: {
        /** Format: date-time */
        at: string;
        error: string;
        status: number | null;
      } | null;
      pausedUntil: string | null;
      /** @description How far it has come towards being disabled for failing, and after when that happens. */
      warning: {
        percent: number;
        /** Format: date-time */
        disabledAfter: string;
      } | null;
      /** @description Shown this once: not to the same request sent again with its Idempotency-Key. */
      secret?: string;
    };
    Person: {
      name: string;
      role: string | null;
    };
    /** @enum {string} */
    Phase: 'plan' | 'open' | 'close' | 'result' | 'cancel';
    Place: {
      name: string;
      country: string | null;
    };
    /** @description One attempt at a source. */
    Poll: {
      /** Format: date-time */
      startedAt: string;
      durationMs: number;
      /** @enum {string} */
      outcome: 'changed' | 'unchanged' | 'incomplete' | 'failed';
      status: number | null;
      error: string | null;
      bytes: number;
      itemsNew: number;
      itemsChanged: number;
      itemsKnown: number;
      /** Format: date-time */
      nextPollAt: string;
      nextPollReason: string;
    };
    /** @description What went wrong (RFC 9457). */
    Problem: {
      type: string;
      title: string;
      status: number;
      detail: string;
      instance: string;
      errors?: {
        pointer: string;
        detail: string;
      }[];
    };
    /** @description A reading that awaits a person. */
    Proposal: {
      id: string;
      announcementId: string;
      /** @description A place in the log: a decimal string. */
      position: string;
      /** Format: date-time */
      proposedAt: string;
      /** @enum {string} */
      why: 'contradicts a correction' | 'low confidence' | 'stated no more';
      contradicts: string[];
      withdrawal: {
        reason: string;
        effective: string | null;
      } | null;
      match: {
        rule: string;
        score: number;
      } | null;
      kind: components['schemas']['Kind'];
      activity: components['schemas']['ActivityName'] | null;
      phase: components['schemas']['Phase'] | null;
      title: components['schemas']['Localized'];
      summary: components['schemas']['Localized'] | null;
      /** Format: date-time */
      announcedAt: string;
      /** @enum {string} */
      announcedAtBasis: 'source' | 'document' | 'received' | 'happening';
      /** @enum {string} */
      announcedAtPrecision: 'instant' | 'day' | 'month' | 'quarter' | 'year';
      happens: components['schemas']['Happens'] | null;
      place: components['schemas']['Place'] | null;
      organisations: string[];
      people: components['schemas']['Person'][];
      theme: string | null;
      /** @description 0 to 1. */
      confidence: number;
      evidence: components['schemas']['FoundEvidence'][];
      coverage: {
        itemId: string;
        sourceId: string;
        url: string | null;
        title: string | null;
        lang: components['schemas']['Lang'];
        publishedAt: string | null;
        itemRevision: number;
      }[];
    };
    /** @description A source with how polling it goes. */
    Source: {
      id: string;
      revision: number;
      /** @description A place in the log: a decimal string. */
      position: string;
      url: string | null;
      /** @enum {string} */
      kind: 'feed' | 'page' | 'hand';
      title: string;
      lang: components['schemas']['Lang'] | null;
      tz: string;
      linkPattern: string | null;
      /** @enum {string} */
      filter: 'wic' | 'all';
      /** Format: date-time */
      followedAt: string;
      /** @enum {string} */
      state: 'following' | 'paused' | 'unfollowed';
      /** @description Why it is paused or unfollowed. */
      reason: string | null;
      broken: {
        /** Format: date-time */
        since: string;
        error: string;
        status: number | null;
      } | null;
      gapSuspectedAt: string | null;
      /** @enum {string} */
      health: 'ok' | 'failing' | 'gap_suspected' | 'stale' | 'paused';
      /** @description Why it is not ok and what to do about it; null while it is. */
      healthReason: string | null;
      lastFetchedAt: string | null;
      nextPollAt: string | null;
      nextPollReason: string | null;
      failures: number;
      lastError: string | null;
      /** @description Items it brought that are in the log. */
      items: number;
    };
    /** @description What following an address would bring; nothing was recorded. */
    SourcePreview: {
      url: string | null;
      /** @enum {string} */
      kind: 'feed' | 'page' | 'hand';
      title: string;
      lang: components['schemas']['Lang'] | null;
      linkPattern: string | null;
      items: {
        title: string | null;
        url: string | null;
        publishedAt: string | null;
        relevant: boolean;
        announcements: {
          kind: components['schemas']['Kind'];
          title: components['schemas']['Localized'];
          happens: components['schemas']['Happens'] | null;
          place: components['schemas']['Place'] | null;
          confidence: number;
        }[];
      }[];
    };
    /** @description A source as an event left it. */
    SourceTold: {
      id: string;
      revision: number;
      /** @description A place in the log: a decimal string. */
      position: string;
      url: string | null;
      /** @enum {string} */
      kind: 'feed' | 'page' | 'hand';
      title: string;
      lang: components['schemas']['Lang'] | null;
      tz: string;
      linkPattern: string | null;
      /** @enum {string} */
      filter: 'wic' | 'all';
      /** Format: date-time */
      followedAt: string;
      /** @enum {string} */
      state: 'following' | 'paused' | 'unfollowed';
      /** @description Why it is paused or unfollowed. */
      reason: string | null;
      broken: {
        /** Format: date-time */
        since: string;
        error: string;
        status: number | null;
      } | null;
      gapSuspectedAt: string | null;
    };
    /** @enum {string} */
    Status: 'published' | 'corrected' | 'withdrawn' | 'merged';
    TimelineCount: {
      /** @description `2023-06` */
      month: string;
      kind: components['schemas']['Kind'];
      count: number;
    };
    /** @description How the tracker stands. */
    TrackerStatus: {
      version: string;
      roles: string[];
      /** Format: date-time */
      startedAt: string;
      extractor: string;
      logId: string | null;
      /** @description A place in the log: a decimal string. */
      head: string;
      seal: {
        /** @description A place in the log: a decimal string. */
        position: string;
        digest: string;
        events: number;
        /** Format: date-time */
        sealedAt: string;
      } | null;
      views: {
        name: string;
        version: number;
        position: string | null;
        /** @description A place in the log: a decimal string. */
        head: string;
        lagMs: number;
      }[];
      skipped: {
        view: string;
        /** @description A place in the log: a decimal string. */
        position: string;
        reason: string;
      }[];
      sources: {
        [key: string]: number;
      };
      webhooks: {
        [key: string]: number;
      };
    };
    /** @description A webhook and how deliveries to it stand. */
    Webhook: {
      id: string;
      revision: number;
      /** @description Without what is secret in it. */
      url: string;
      kinds: string[];
      types: string[];
      q: string | null;
      organisation: string | null;
      place: string | null;
      activity: string | null;
      lang: string | null;
      backfill: boolean;
      format: components['schemas']['WebhookFormat'];
      maxInFlight: number;
      ratePerSecond: number | null;
      description: string | null;
      /** @enum {string} */
      state: 'active' | 'failing' | 'disabled';
      reason: string | null;
      cursor: string | null;
      backlog: number;
      parked: number;
      lastSuccessAt: string | null;
      lastFailure: {
        /** Format: date-time */
        at: string;
        error: string;
        status: number | null;
      } | null;
      pausedUntil: string | null;
      /** @description How far it has come towards being disabled for failing, and after when that happens. */
      warning: {
        percent: number;
        /** Format: date-time */
        disabledAfter: string;
      } | null;
    };
    WebhookAttempt: {
      id: string;
      webhookId: string;
      position: string | null;
      /** @description `live`, `test`, or the id of a replay. */
      lane: string;
      attempt: number;
      /** @enum {string} */
      outcome: 'success' | 'failure';
      /** Format: date-time */
      startedAt: string;
      durationMs: number;
      status: number | null;
      error: string | null;
      hint: string | null;
      response: {
        headers: {
          [key: string]: string;
        };
        body: string;
        truncated: boolean;
      };
      delivery: ('pending' | 'delivered' | 'parked') | null;
      dueAt: string | null;
    };
    /** @enum {string} */
    WebhookFormat:
      'standard' | 'cloudevents' | 'slack' | 'discord' | 'teams' | 'feishu' | 'dingtalk' | 'wecom';
    WebhookReplay: {
      replayId: string;
      from:
        | {
            /** @description A place in the log: a decimal string. */
            position: string;
          }
        | {
            /** Format: date-time */
            announcedFrom: string;
          };
      to:
        | (
            | {
                /** @description A place in the log: a decimal string. */
                position: string;
              }
            | {
                /** Format: date-time */
                announcedFrom: string;
              }
          )
        | null;
      /** @enum {string} */
      mode: 'all' | 'missing' | 'failed';
      /** @description A place in the log: a decimal string. */
      head: string;
    };
    /** @description What came of one signed webhook.ping. */
    WebhookTest: {
      ok: boolean;
      status: number | null;
      latencyMs: number;
      body: string;
      truncated: boolean;
      error: string | null;
      hint: string | null;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type Activity = components['schemas']['Activity'];
export type ActivityName = components['schemas']['ActivityName'];
export type ActivityStatus = components['schemas']['ActivityStatus'];
export type ActivityWithAnnouncements = components['schemas']['ActivityWithAnnouncements'];
export type Announcement = components['schemas']['Announcement'];
export type ApiKey = components['schemas']['ApiKey'];
export type Count = components['schemas']['Count'];
export type Coverage = components['schemas']['Coverage'];
export type Difference = components['schemas']['Difference'];
export type DocumentResult = components['schemas']['DocumentResult'];
export type Evidence = components['schemas']['Evidence'];
export type Extraction = components['schemas']['Extraction'];
export type Facets = components['schemas']['Facets'];
export type FieldChange = components['schemas']['FieldChange'];
export type FoundAnnouncement = components['schemas']['FoundAnnouncement'];
export type FoundEvidence = components['schemas']['FoundEvidence'];
export type Happens = components['schemas']['Happens'];
export type Health = components['schemas']['Health'];
export type HistoryEntry = components['schemas']['HistoryEntry'];
export type Item = components['schemas']['Item'];
export type Job = components['schemas']['Job'];
export type Kind = components['schemas']['Kind'];
export type Lang = components['schemas']['Lang'];
export type Localized = components['schemas']['Localized'];
export type LogEvent = components['schemas']['LogEvent'];
export type LogPage = components['schemas']['LogPage'];
export type NewApiKey = components['schemas']['NewApiKey'];
export type NewWebhook = components['schemas']['NewWebhook'];
export type Person = components['schemas']['Person'];
export type Phase = components['schemas']['Phase'];
export type Place = components['schemas']['Place'];
export type Poll = components['schemas']['Poll'];
export type Problem = components['schemas']['Problem'];
export type Proposal = components['schemas']['Proposal'];
export type Source = components['schemas']['Source'];
export type SourcePreview = components['schemas']['SourcePreview'];
export type SourceTold = components['schemas']['SourceTold'];
export type Status = components['schemas']['Status'];
export type TimelineCount = components['schemas']['TimelineCount'];
export type TrackerStatus = components['schemas']['TrackerStatus'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookAttempt = components['schemas']['WebhookAttempt'];
export type WebhookFormat = components['schemas']['WebhookFormat'];
export type WebhookReplay = components['schemas']['WebhookReplay'];
export type WebhookTest = components['schemas']['WebhookTest'];
export type $defs = Record<string, never>;
export interface operations {
  OperationsController_live: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            status: 'ok';
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  OperationsController_ready: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  OperationsController_figures: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': unknown;
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  StatusController_status: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrackerStatus'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  AnnouncementsController_list: {
    parameters: {
      query?: {
        kind?: components['schemas']['Kind'] | components['schemas']['Kind'][];
        phase?: components['schemas']['Phase'] | components['schemas']['Phase'][];
        status?: components['schemas']['Status'] | components['schemas']['Status'][];
        q?: string;
        lang?: components['schemas']['Lang'];
        place?: string;
        organisation?: string;
        activity?: string;
        source?: string;
        year?: number;
        announcedFrom?: string;
        announcedTo?: string;
        happensFrom?: string;
        happensTo?: string;
        order?: 'announced' | 'happens' | 'recorded';
        asOf?: string;
        knownAt?: string;
        tz?: string;
        minPosition?: string;
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['Announcement'][];
            page: {
              next: string | null;
            };
            total: number;
            /** @constant */
            totalIsMinimum?: true;
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  MendingController_state: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          kind: components['schemas']['Kind'];
          title: {
            en?: string;
            zh?: string;
          };
          announcedAt?: string;
          /** Format: uri */
          url?: string;
          activity?: {
            id: string;
            title?: {
              en?: string;
              zh?: string;
            };
          } | null;
          phase?: components['schemas']['Phase'] | null;
          summary?: {
            en?: string;
            zh?: string;
          } | null;
          happens?: {
            /** @default null */
            start?: string | null;
            /** @default null */
            end?: string | null;
            /**
             * @default day
             * @enum {string}
             */
            precision?: 'day' | 'month' | 'quarter' | 'year';
            /** @default Asia/Shanghai */
            tz?: string;
          } | null;
          place?: {
            name: string;
            /** @default null */
            country?: string | null;
          } | null;
          organisations?: string[];
          people?: {
            name: string;
            /** @default null */
            role?: string | null;
          }[];
          theme?: string | null;
        };
      };
    };
    responses: {
      /** @description As asked. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | components['schemas']['Announcement']
            | {
                id: string;
                position: string | null;
              };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  AnnouncementsController_one: {
    parameters: {
      query?: {
        asOf?: string;
        knownAt?: string;
        tz?: string;
        minPosition?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Announcement'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  AnnouncementsController_history: {
    parameters: {
      query?: {
        asOf?: string;
        knownAt?: string;
        tz?: string;
        minPosition?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['HistoryEntry'][];
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  AnnouncementsController_diff: {
    parameters: {
      query: {
        from: number;
        to: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Difference'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  AnnouncementsController_facets: {
    parameters: {
      query?: {
        kind?: components['schemas']['Kind'] | components['schemas']['Kind'][];
        phase?: components['schemas']['Phase'] | components['schemas']['Phase'][];
        status?: components['schemas']['Status'] | components['schemas']['Status'][];
        q?: string;
        lang?: components['schemas']['Lang'];
        place?: string;
        organisation?: string;
        activity?: string;
        source?: string;
        year?: number;
        announcedFrom?: string;
        announcedTo?: string;
        happensFrom?: string;
        happensTo?: string;
        asOf?: string;
        knownAt?: string;
        tz?: string;
        minPosition?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Facets'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  AnnouncementsController_timeline: {
    parameters: {
      query?: {
        kind?: components['schemas']['Kind'] | components['schemas']['Kind'][];
        phase?: components['schemas']['Phase'] | components['schemas']['Phase'][];
        status?: components['schemas']['Status'] | components['schemas']['Status'][];
        q?: string;
        lang?: components['schemas']['Lang'];
        place?: string;
        organisation?: string;
        activity?: string;
        source?: string;
        year?: number;
        announcedFrom?: string;
        announcedTo?: string;
        happensFrom?: string;
        happensTo?: string;
        asOf?: string;
        knownAt?: string;
        tz?: string;
        minPosition?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TimelineCount'][];
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  AnnouncementsController_item: {
    parameters: {
      query?: {
        asOf?: string;
        knownAt?: string;
        tz?: string;
        minPosition?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Item'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  MendingController_correct: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          fields: {
            kind?: components['schemas']['Kind'];
            activity?: {
              id: string;
              title?: {
                en?: string;
                zh?: string;
              };
            } | null;
            phase?: components['schemas']['Phase'] | null;
            title?: {
              en?: string;
              zh?: string;
            };
            summary?: {
              en?: string;
              zh?: string;
            } | null;
            happens?: {
              /** @default null */
              start?: string | null;
              /** @default null */
              end?: string | null;
              /**
               * @default day
               * @enum {string}
               */
              precision?: 'day' | 'month' | 'quarter' | 'year';
              /** @default Asia/Shanghai */
              tz?: string;
            } | null;
            place?: {
              name: string;
              /** @default null */
              country?: string | null;
            } | null;
            organisations?: string[];
            people?: {
              name: string;
              /** @default null */
              role?: string | null;
            }[];
            theme?: string | null;
            announcedAt?: string;
          };
          reason: string;
          effective?: string;
        };
      };
    };
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Announcement'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  MendingController_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          effective?: string;
        };
      };
    };
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Announcement'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  MendingController_merge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          into: string;
          reason: string;
        };
      };
    };
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Announcement'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  MendingController_split: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          itemIds: string[];
          reason: string;
        };
      };
    };
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            announcement: components['schemas']['Announcement'];
            split:
              | components['schemas']['Announcement']
              | {
                  id: string;
                };
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ActivitiesController_list: {
    parameters: {
      query?: {
        kind?: components['schemas']['Kind'];
        status?: components['schemas']['ActivityStatus'];
        year?: number;
        q?: string;
        asOf?: string;
        knownAt?: string;
        tz?: string;
        minPosition?: string;
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['Activity'][];
            page: {
              next: string | null;
            };
            total: number;
            /** @constant */
            totalIsMinimum?: true;
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  FeedsController_rss: {
    parameters: {
      query?: {
        kind?: components['schemas']['Kind'] | components['schemas']['Kind'][];
        phase?: components['schemas']['Phase'] | components['schemas']['Phase'][];
        status?: components['schemas']['Status'] | components['schemas']['Status'][];
        q?: string;
        lang?: components['schemas']['Lang'];
        place?: string;
        organisation?: string;
        activity?: string;
        source?: string;
        year?: number;
        announcedFrom?: string;
        announcedTo?: string;
        happensFrom?: string;
        happensTo?: string;
        asOf?: string;
        knownAt?: string;
        tz?: string;
        minPosition?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/rss+xml': unknown;
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  FeedsController_atom: {
    parameters: {
      query?: {
        kind?: components['schemas']['Kind'] | components['schemas']['Kind'][];
        phase?: components['schemas']['Phase'] | components['schemas']['Phase'][];
        status?: components['schemas']['Status'] | components['schemas']['Status'][];
        q?: string;
        lang?: components['schemas']['Lang'];
        place?: string;
        organisation?: string;
        activity?: string;
        source?: string;
        year?: number;
        announcedFrom?: string;
        announcedTo?: string;
        happensFrom?: string;
        happensTo?: string;
        asOf?: string;
        knownAt?: string;
        tz?: string;
        minPosition?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/atom+xml': unknown;
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  FeedsController_json: {
    parameters: {
      query?: {
        kind?: components['schemas']['Kind'] | components['schemas']['Kind'][];
        phase?: components['schemas']['Phase'] | components['schemas']['Phase'][];
        status?: components['schemas']['Status'] | components['schemas']['Status'][];
        q?: string;
        lang?: components['schemas']['Lang'];
        place?: string;
        organisation?: string;
        activity?: string;
        source?: string;
        year?: number;
        announcedFrom?: string;
        announcedTo?: string;
        happensFrom?: string;
        happensTo?: string;
        asOf?: string;
        knownAt?: string;
        tz?: string;
        minPosition?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/feed+json': unknown;
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  FeedsController_ics: {
    parameters: {
      query?: {
        kind?: components['schemas']['Kind'] | components['schemas']['Kind'][];
        phase?: components['schemas']['Phase'] | components['schemas']['Phase'][];
        status?: components['schemas']['Status'] | components['schemas']['Status'][];
        q?: string;
        lang?: components['schemas']['Lang'];
        place?: string;
        organisation?: string;
        activity?: string;
        source?: string;
        year?: number;
        announcedFrom?: string;
        announcedTo?: string;
        happensFrom?: string;
        happensTo?: string;
        asOf?: string;
        knownAt?: string;
        tz?: string;
        minPosition?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/calendar': unknown;
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  DocumentsController_import: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text?: string;
          html?: string;
          /** Format: uri */
          url?: string;
          title?: string;
          publishedAt?: string;
          /** @enum {string} */
          lang?: 'en' | 'zh';
        };
      };
    };
    responses: {
      /** @description As asked. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentResult'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  DocumentsController_extract: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text?: string;
          html?: string;
          /** Format: uri */
          url?: string;
          title?: string;
          publishedAt?: string;
          /** @enum {string} */
          lang?: 'en' | 'zh';
        };
      };
    };
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Extraction'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ReviewController_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['Proposal'][];
            page: {
              next: string | null;
            };
            total: number;
            /** @constant */
            totalIsMinimum?: true;
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ReviewController_decide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          decision: 'accept' | 'reject';
          fields?: {
            kind?: components['schemas']['Kind'];
            activity?: {
              id: string;
              title?: {
                en?: string;
                zh?: string;
              };
            } | null;
            phase?: components['schemas']['Phase'] | null;
            title?: {
              en?: string;
              zh?: string;
            };
            summary?: {
              en?: string;
              zh?: string;
            } | null;
            happens?: {
              /** @default null */
              start?: string | null;
              /** @default null */
              end?: string | null;
              /**
               * @default day
               * @enum {string}
               */
              precision?: 'day' | 'month' | 'quarter' | 'year';
              /** @default Asia/Shanghai */
              tz?: string;
            } | null;
            place?: {
              name: string;
              /** @default null */
              country?: string | null;
            } | null;
            organisations?: string[];
            people?: {
              name: string;
              /** @default null */
              role?: string | null;
            }[];
            theme?: string | null;
            announcedAt?: string;
          };
          reason?: string;
        };
      };
    };
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
            announcementId: string;
            /** @enum {string} */
            decision: 'accept' | 'reject';
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  OpmlController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/x-opml': unknown;
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  OpmlController_take: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | string
          | {
              opml: string;
            };
      };
    };
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            followed: number;
            known: number;
            failed: {
              url: string;
              detail: string;
            }[];
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  SourcesController_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['Source'][];
            page: {
              next: string | null;
            };
            total: number;
            /** @constant */
            totalIsMinimum?: true;
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  SourcesController_follow: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uri */
          url: string;
          /** @enum {string} */
          kind?: 'feed' | 'page';
          title?: string;
          /** @enum {string} */
          lang?: 'en' | 'zh';
          /** @default Asia/Shanghai */
          tz?: string;
          linkPattern?: string;
          /**
           * @default wic
           * @enum {string}
           */
          filter?: 'wic' | 'all';
        };
      };
    };
    responses: {
      /** @description As asked. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Source'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  SourcesController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uri */
          url: string;
          /** @enum {string} */
          kind?: 'feed' | 'page';
          title?: string;
          /** @enum {string} */
          lang?: 'en' | 'zh';
          /** @default Asia/Shanghai */
          tz?: string;
          linkPattern?: string;
          /**
           * @default wic
           * @enum {string}
           */
          filter?: 'wic' | 'all';
        };
      };
    };
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SourcePreview'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  SourcesController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Source'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  SourcesController_unfollow: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  SourcesController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          title?: string;
          lang?: ('en' | 'zh') | null;
          tz?: string;
          linkPattern?: string | null;
          /** @enum {string} */
          filter?: 'wic' | 'all';
          paused?: boolean;
        };
      };
    };
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Source'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  SourcesController_poll: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Poll'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  SourcesController_attempts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['Poll'][];
            page: {
              next: string | null;
            };
            total: number;
            /** @constant */
            totalIsMinimum?: true;
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  LogController_events: {
    parameters: {
      query?: {
        type?: string | string[];
        kind?: components['schemas']['Kind'] | components['schemas']['Kind'][];
        q?: string;
        lang?: components['schemas']['Lang'];
        place?: string;
        organisation?: string;
        activity?: string;
        after?: string;
        limit?: number;
        wait?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogPage'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  LogController_stream: {
    parameters: {
      query?: {
        type?: string | string[];
        kind?: components['schemas']['Kind'] | components['schemas']['Kind'][];
        q?: string;
        lang?: components['schemas']['Lang'];
        place?: string;
        organisation?: string;
        activity?: string;
        after?: string;
        ticket?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': unknown;
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  LogController_replay: {
    parameters: {
      query?: {
        type?: string | string[];
        kind?: components['schemas']['Kind'] | components['schemas']['Kind'][];
        q?: string;
        lang?: components['schemas']['Lang'];
        place?: string;
        organisation?: string;
        activity?: string;
        from?: string;
        to?: string;
        tz?: string;
        speed?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': unknown;
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  LogController_ticket: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            ticket: string;
            /** Format: date-time */
            expiresAt: string;
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  WebhooksController_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['Webhook'][];
            page: {
              next: string | null;
            };
            total: number;
            /** @constant */
            totalIsMinimum?: true;
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  WebhooksController_subscribe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uri */
          url: string;
          kinds?: (
            | 'summit'
            | 'forum'
            | 'symposium'
            | 'competition_registration'
            | 'competition_result'
            | 'office_opening'
            | 'programme_launch'
            | 'publication'
            | 'award'
            | 'member_activity'
            | 'external_participation'
            | 'appointment'
            | 'expo'
            | 'partnership'
            | 'call_for_entries'
            | 'organisation'
            | 'exchange'
            | 'reaction'
            | 'other'
          )[];
          types?: string[];
          q?: string;
          organisation?: string;
          place?: string;
          activity?: string;
          lang?: ('en' | 'zh') | '';
          backfill?: boolean;
          /** @enum {string} */
          format?:
            'standard' | 'cloudevents' | 'slack' | 'discord' | 'teams' | 'feishu' | 'dingtalk' | 'wecom';
          chatSecret?: string;
          headers?: {
            [key: string]: string;
          };
          maxInFlight?: number;
          ratePerSecond?: number | null;
          description?: string;
          from?: 'now' | string;
        };
      };
    };
    responses: {
      /** @description As asked. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewWebhook'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  WebhooksController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  WebhooksController_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  WebhooksController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uri */
          url?: string;
          kinds?: (
            | 'summit'
            | 'forum'
            | 'symposium'
            | 'competition_registration'
            | 'competition_result'
            | 'office_opening'
            | 'programme_launch'
            | 'publication'
            | 'award'
            | 'member_activity'
            | 'external_participation'
            | 'appointment'
            | 'expo'
            | 'partnership'
            | 'call_for_entries'
            | 'organisation'
            | 'exchange'
            | 'reaction'
            | 'other'
          )[];
          types?: string[];
          q?: string;
          organisation?: string;
          place?: string;
          activity?: string;
          lang?: ('en' | 'zh') | '';
          backfill?: boolean;
          /** @enum {string} */
          format?:
            'standard' | 'cloudevents' | 'slack' | 'discord' | 'teams' | 'feishu' | 'dingtalk' | 'wecom';
          chatSecret?: string;
          headers?: {
            [key: string]: string;
          };
          maxInFlight?: number;
          ratePerSecond?: number | null;
          description?: string;
        };
      };
    };
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  WebhookDeliveriesController_test: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookTest'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  WebhookDeliveriesController_rotate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default 24 */
          overlapHours?: number;
        };
      };
    };
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
            /** @description Shown this once: not to the same request sent again with its Idempotency-Key. */
            secret?: string;
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  WebhookDeliveriesController_enable: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          resume: 'backlog' | 'now';
        };
      };
    };
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  WebhookDeliveriesController_replay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          from: string;
          to?: string;
          /**
           * @default all
           * @enum {string}
           */
          mode?: 'all' | 'missing' | 'failed';
        };
      };
    };
    responses: {
      /** @description As asked. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookReplay'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  WebhookDeliveriesController_attempts: {
    parameters: {
      query?: {
        status?: 'success' | 'failure';
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['WebhookAttempt'][];
            page: {
              next: string | null;
            };
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  WebhookDeliveriesController_retry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        attemptId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            attemptId: string;
            /** @constant */
            state: 'pending';
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  KeysController_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['ApiKey'][];
            page: {
              next: string | null;
            };
            total: number;
            /** @constant */
            totalIsMinimum?: true;
          };
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  KeysController_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          scopes: (
            | 'announcements:read'
            | 'announcements:write'
            | 'sources:write'
            | 'webhooks:read'
            | 'webhooks:write'
            | 'admin'
          )[];
          expiresAt?: string;
        };
      };
    };
    responses: {
      /** @description As asked. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewApiKey'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  KeysController_revoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  JobsController_start: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @constant */
              job: 'verify';
              digest?: string;
            }
          | {
              /** @constant */
              job: 'rebuild';
              view?: string;
            }
          | {
              /** @constant */
              job: 'reextract';
              since?: string;
              /** @default false */
              dryRun?: boolean;
            }
          | {
              /** @constant */
              job: 'rewrap';
            };
      };
    };
    responses: {
      /** @description As asked. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  JobsController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  BackupController_backup: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/x-ndjson': unknown;
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  BackupController_restore: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ActivitiesController_one: {
    parameters: {
      query?: {
        asOf?: string;
        knownAt?: string;
        tz?: string;
        minPosition?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ActivityWithAnnouncements'];
        };
      };
      /** @description What went wrong (RFC 9457). */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
