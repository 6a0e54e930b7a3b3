package org.gongkai.model;

/**
 * Another notice as an editor named it under 废止, 替代, 修改 or 解读.
 *
 * @param wording the 发文字号, 索引号, name or title as typed
 * @param target the id of the notice meant; null where the column holds none
 */
public record Reference(RelationKind kind, String wording, String target, Place place) {
    public Reference withTarget(String id) {
        return new Reference(kind, wording, id, place);
    }
}
