DROP INDEX "enterprise_identity_taken";--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "closed_by" uuid;--> statement-breakpoint
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "enterprise_identity_taken" ON "enterprises" USING btree ("identity_kind","identity_number") WHERE "enterprises"."closed_at" is null;