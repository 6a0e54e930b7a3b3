package org.gongkai.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gongkai.model.Category;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;

/** Reads {@code catalog.yml}: the 主动公开基本目录. */
final class CatalogReader {
    private static final Schema SCHEMA = Schema.of("catalog");
    private static final List<String> TOP = SCHEMA.keys();
    private static final List<String> NODE_KEYS = SCHEMA.at("目录").keys();
    private static final List<String> CHILDREN = List.of("下级", "子目录", "子栏目", "目录", "栏目", "分类");

    private final Problems problems;
    private final Slugs slugs;
    private final Map<String, Place> names = new HashMap<>();

    /**
     * @param pinyin names in pinyin
     */
    CatalogReader(Problems problems, UnaryOperator<String> pinyin) {
        this.problems = problems;
        this.slugs = new Slugs(pinyin);
    }

    List<Category> read(SourceFile source) {
        return Fields.read(source, SCHEMA.allKeys(), problems)
                .map(
                        fields -> {
                            fields.rejectUnknown(TOP, Severity.WARNING);
                            return nodes(below(fields, TOP));
                        })
                .orElse(List.of());
    }

    /** The nodes under whichever of the keys stands there. */
    private static List<Fields> below(Fields fields, List<String> keys) {
        return keys.stream().flatMap(key -> fields.list(key, "名称").stream()).toList();
    }

    private List<Category> nodes(List<Fields> entries) {
        List<Category> nodes = new ArrayList<>();
        for (Fields fields : entries) {
            fields.rejectUnknown(NODE_KEYS, Severity.WARNING);
            String name = fields.required("名称", "政策文件");
            if (name == null) {
                continue;
            }
            Place other = names.putIfAbsent(name, fields.start());
            if (other != null) {
                problems.error(
                        "catalog-name",
                        fields.start(),
                        "目录里的“" + name + "”重复，" + other.text() + "已有。",
                        "请改成不同的名称。");
                continue;
            }
            nodes.add(
                    new Category(
                            fields.start(),
                            name,
                            slugs.of(name),
                            fields.text("说明"),
                            fields.updateTerm("更新期限"),
                            nodes(below(fields, CHILDREN))));
        }
        return nodes;
    }
}
