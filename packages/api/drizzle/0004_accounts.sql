CREATE TABLE "attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "last_enterprise_id" uuid;--> statement-breakpoint
CREATE INDEX "attempts_until_index" ON "attempts" USING btree ("until");