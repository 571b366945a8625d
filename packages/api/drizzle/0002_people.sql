CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"by_id" uuid,
	"person_id" uuid,
	"enterprise_id" uuid,
	"address" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "identity_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "identity_confirmed_by" uuid;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "token_hash" text;--> statement-breakpoint
CREATE INDEX "audit_entries_by_id_id_index" ON "audit_entries" USING btree ("by_id","id");--> statement-breakpoint
CREATE INDEX "audit_entries_person_id_id_index" ON "audit_entries" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "audit_entries_enterprise_id_id_index" ON "audit_entries" USING btree ("enterprise_id","id");--> statement-breakpoint
CREATE INDEX "audit_entries_kind_id_index" ON "audit_entries" USING btree ("kind","id");--> statement-breakpoint
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_identity_confirmed_by_people_id_fk" FOREIGN KEY ("identity_confirmed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "already_invited" ON "invitations" USING btree ("organization_id","email") WHERE "invitations"."status" = 'pending';--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash");