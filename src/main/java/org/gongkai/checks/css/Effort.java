package org.gongkai.checks.css;

/** Counts the steps that a page takes, so that no page and no style sheet takes forever. */
final class Effort {
    private long left;

    Effort(long steps) {
        this.left = steps;
    }

    void spend() {
        if (--left < 0) {
            throw new Exhausted();
        }
    }

    /** The page takes more steps than any honest one. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exhausted() {
            super(null, null, false, false);
        }
    }
}
