package org.gongkai.sources;

import java.io.IOException;

/**
 * What a notice's files hold, read once.
 *
 * @param markdown null where the file is too large
 * @param tasks null where there is none, or one that is too large
 */
record NoticeBytes(byte[] markdown, byte[] tasks) {
    static NoticeBytes of(ContentFiles.NoticeFile file) throws IOException {
        return new NoticeBytes(
                SourceFile.bytes(file.markdown()),
                file.tasks() == null ? null : SourceFile.bytes(file.tasks()));
    }
}
