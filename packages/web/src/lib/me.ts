/** Who reads, as far as the layout shows it. */
export interface Me {
  name: string;
  enterprises: { id: string; name: string }[];
  /** The enterprise the person acts for now. */
  acting: { id: string; name: string } | null;
  unread: number;
}
