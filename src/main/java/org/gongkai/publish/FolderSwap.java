package org.gongkai.publish;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.Map;

/**
 * Exchanges two folders in one step of the file system, so that at no moment there is none. Java
 * has no call for it; Linux (renameat2) and macOS (renamex_np) have.
 */
final class FolderSwap {
    private static final int CURRENT_FOLDER = -100;
    private static final int EXCHANGE = 2;

    private FolderSwap() {}

    /** Linux: exchanges two names. */
    private interface Linux extends Library {
        int renameat2(int fromFolder, String from, int toFolder, String to, int flags);
    }

    /** macOS: exchanges two names. */
    private interface Mac extends Library {
        int renamex_np(String from, String to, int flags);
    }

    /**
     * Exchanges them; false where this system or file system can't, and nothing was changed then.
     */
    static boolean swap(Path first, Path second) {
        try {
            if (Platform.isLinux()) {
                return load(Linux.class)
                                .renameat2(
                                        CURRENT_FOLDER,
                                        first.toString(),
                                        CURRENT_FOLDER,
                                        second.toString(),
                                        EXCHANGE)
                        == 0;
            }
            if (Platform.isMac()) {
                return load(Mac.class).renamex_np(first.toString(), second.toString(), EXCHANGE)
                        == 0;
            }
            return false;
        } catch (LinkageError e) {
            // An old system library, or a folder for temporary files from which nothing may be
            // loaded.
            return false;
        }
    }

    private static <T extends Library> T load(Class<T> library) {
        return Native.load("c", library, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
    }
}
