CREATE TABLE "search_indexes" (
	"engine" text PRIMARY KEY NOT NULL,
	"analysis" text NOT NULL,
	"built_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"postgresql_done_at" timestamp with time zone,
	"meilisearch_done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "search_outbox_postgresql" ON "search_outbox" USING btree ("id") WHERE "search_outbox"."postgresql_done_at" is null;--> statement-breakpoint
CREATE INDEX "search_outbox_meilisearch" ON "search_outbox" USING btree ("id") WHERE "search_outbox"."meilisearch_done_at" is null;