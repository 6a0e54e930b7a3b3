package org.gongkai.sources;

/**
 * What a notice's files hold, read once.
 *
 * @param markdown null where the file is too large or can't be read
 * @param tasks null where there is none, or one that is too large or can't be read
 */
record NoticeBytes(byte[] markdown, byte[] tasks) {
    static NoticeBytes of(ContentFiles.NoticeFile file) {
        return new NoticeBytes(
                SourceFile.bytes(file.markdown()),
                file.tasks() == null ? null : SourceFile.bytes(file.tasks()));
    }
}
