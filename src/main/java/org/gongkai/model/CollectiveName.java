package org.gongkai.model;

import java.util.List;

/**
 * 统称: a name for many units at once.
 *
 * @param aliases 别名
 * @param members the 代码s that it stands for; empty where it is open
 * @param open 开放: named, never expanded
 */
public record CollectiveName(
        Place at, String name, List<String> aliases, List<String> members, boolean open) {
    public CollectiveName {
        aliases = List.copyOf(aliases);
        members = List.copyOf(members);
    }
}
