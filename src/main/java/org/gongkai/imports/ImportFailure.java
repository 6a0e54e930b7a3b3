package org.gongkai.imports;

/** Why a file can't be imported, in Chinese, and what to do; nothing was written. */
public final class ImportFailure extends Exception {
    private static final long serialVersionUID = 1;

    ImportFailure(String message) {
        super(message);
    }
}
