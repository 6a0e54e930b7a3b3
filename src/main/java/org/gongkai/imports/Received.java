package org.gongkai.imports;

import java.util.List;

/**
 * What a received file holds, before anything in it is understood.
 *
 * @param remarks what of it could not be taken over
 * @param title as the file's own metadata have it; may be null
 * @param publicationDate 发布日期 as the file's own metadata have it; may be null
 */
record Received(List<Block> blocks, List<Remark> remarks, String title, String publicationDate) {
    Received(List<Block> blocks, List<Remark> remarks) {
        this(blocks, remarks, null, null);
    }
}
