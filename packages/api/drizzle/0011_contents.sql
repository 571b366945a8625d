CREATE TABLE "contents" (
	"sha256" text PRIMARY KEY NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "attached_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "files_unattached" ON "files" USING btree ("created_at") WHERE "files"."attached_at" is null;--> statement-breakpoint
-- Whether something took the older files is not known, so they stay.
UPDATE "files" SET "attached_at" = "created_at";--> statement-breakpoint
INSERT INTO "contents" ("sha256")
SELECT "sha256" FROM "files" UNION SELECT "large_sha256" FROM "files" WHERE "large_sha256" IS NOT NULL
UNION SELECT "thumbnail_sha256" FROM "files" WHERE "thumbnail_sha256" IS NOT NULL UNION SELECT "sha256" FROM "imports";
