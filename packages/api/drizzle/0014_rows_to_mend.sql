-- Until now only refused rows were kept.
ALTER TABLE "import_refusals" ADD COLUMN "fault" text DEFAULT 'refused' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_refusals" ALTER COLUMN "fault" DROP DEFAULT;
