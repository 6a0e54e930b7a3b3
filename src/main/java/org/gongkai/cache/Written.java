package org.gongkai.cache;

import java.util.List;

/**
 * A file as it was just written, so that nobody need read it again. The arrays are not copied:
 * nobody changes them.
 *
 * @param text begins with its characters
 * @param length how many they are
 * @param bytes the same in UTF-8, as they lie on the disk
 * @param parts what of it stands on other pages, too, in its order
 */
public record Written(char[] text, int length, byte[] bytes, List<Place> parts) {
    public Written(char[] text, int length, byte[] bytes) {
        this(text, length, bytes, List.of());
    }

    /**
     * Where a part stands.
     *
     * @param from how many characters are before it
     */
    public record Place(int from, SharedPart part) {}
}
