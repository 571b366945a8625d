/** Short notes that pass by themselves; what a person must act on belongs into the page instead. */
class Toasts {
  #shown = $state<{ id: number; text: string; bad: boolean }[]>([]);
  #next = 0;

  get shown(): readonly { id: number; text: string; bad: boolean }[] {
    return this.#shown;
  }

  /** @param stays Until it is dismissed, for what somebody may come back to. */
  show(text: string, { bad = false, stays = false } = {}): void {
    const id = this.#next++;
    this.#shown.push({ id, text, bad });
    if (!stays) setTimeout(() => this.dismiss(id), 6_000);
  }

  dismiss(id: number): void {
    this.#shown = this.#shown.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
