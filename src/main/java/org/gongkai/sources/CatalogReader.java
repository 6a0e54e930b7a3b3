package org.gongkai.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.model.Category;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;

/** Reads {@code catalog.yml}: the 主动公开基本目录. */
final class CatalogReader {
    private static final List<String> NODE_KEYS = List.of("名称", "说明", "依据", "下级");
    private static final List<String> KEYS = List.of("目录");

    private final Problems problems;
    private final Slugs slugs = new Slugs();
    private final Map<String, Place> names = new HashMap<>();

    CatalogReader(Problems problems) {
        this.problems = problems;
    }

    List<Category> read(SourceFile source) {
        return new YamlReader(source.name(), Set.of("目录", "名称", "说明", "依据", "下级"), problems)
                .read(source.text(), 1)
                .map(mapping -> new Fields(mapping, new Place(source.name(), 1), problems))
                .map(
                        fields -> {
                            fields.rejectUnknown(KEYS, Severity.ERROR);
                            return nodes(fields.list("目录", "名称"));
                        })
                .orElse(List.of());
    }

    private List<Category> nodes(List<Fields> entries) {
        List<Category> nodes = new ArrayList<>();
        for (Fields fields : entries) {
            fields.rejectUnknown(NODE_KEYS, Severity.ERROR);
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
                            nodes(fields.list("下级", "名称"))));
        }
        return nodes;
    }
}
