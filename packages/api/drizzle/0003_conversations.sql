CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"publisher_id" uuid NOT NULL,
	"enquirer_id" uuid NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"active_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_per_listing_and_enquirer" UNIQUE("listing_id","enquirer_id"),
	CONSTRAINT "conversation_has_two_sides" CHECK ("conversations"."publisher_id" <> "conversations"."enquirer_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"sender_id" uuid NOT NULL,
	"enterprise_id" uuid NOT NULL,
	"body" text NOT NULL,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_seq" UNIQUE("conversation_id","seq")
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"conversation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"enterprise_id" uuid NOT NULL,
	"read_seq" integer DEFAULT 0 NOT NULL,
	"admitted_by" uuid,
	"admitted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "participants_conversation_id_person_id_pk" PRIMARY KEY("conversation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"person_id" uuid NOT NULL,
	"process_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "presences_person_id_process_id_pk" PRIMARY KEY("person_id","process_id")
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_publisher_id_enterprises_id_fk" FOREIGN KEY ("publisher_id") REFERENCES "public"."enterprises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_enquirer_id_enterprises_id_fk" FOREIGN KEY ("enquirer_id") REFERENCES "public"."enterprises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_admitted_by_people_id_fk" FOREIGN KEY ("admitted_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_publisher_id_index" ON "conversations" USING btree ("publisher_id");--> statement-breakpoint
CREATE INDEX "conversations_enquirer_id_index" ON "conversations" USING btree ("enquirer_id");--> statement-breakpoint
CREATE INDEX "messages_files_index" ON "messages" USING gin ("files" jsonb_path_ops) WHERE "messages"."files" <> '[]'::jsonb;--> statement-breakpoint
CREATE INDEX "participants_person_id_enterprise_id_index" ON "participants" USING btree ("person_id","enterprise_id");--> statement-breakpoint
CREATE INDEX "participants_changed_at_index" ON "participants" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "presences_expires_at_index" ON "presences" USING btree ("expires_at");