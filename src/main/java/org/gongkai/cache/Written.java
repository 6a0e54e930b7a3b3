package org.gongkai.cache;

/**
 * A file as it was just written, so that nobody need read it again. The arrays are not copied:
 * nobody changes them.
 *
 * @param text begins with its characters
 * @param length how many they are
 * @param bytes the same in UTF-8, as they lie on the disk
 */
public record Written(char[] text, int length, byte[] bytes) {}
