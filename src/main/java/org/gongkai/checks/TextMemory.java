package org.gongkai.checks;

import org.gongkai.model.ColumnText;

/** Remembers the texts in which nothing was found, so that only others are read. */
public interface TextMemory {
    /** One that remembers nothing. */
    TextMemory NONE =
            new TextMemory() {
                @Override
                public boolean isQuiet(ColumnText text) {
                    return false;
                }

                @Override
                public void noteQuiet(ColumnText text) {
                    // It is read again each time.
                }
            };

    /** Whether nothing would be found in it. Safe for many threads. */
    boolean isQuiet(ColumnText text);

    /** Notes that nothing was found in it, not even what a waiver (豁免) lets stand. */
    void noteQuiet(ColumnText text);
}
