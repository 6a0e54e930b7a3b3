package org.gongkai.sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.model.CollectiveName;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.Similar;
import org.gongkai.model.Unit;
import org.gongkai.model.UnitKind;
import org.gongkai.model.UnitRegister;

/** Reads {@code units.yml}: the register of units and collective names. */
final class UnitRegisterReader {
    private static final Schema SCHEMA = Schema.of("units");
    private static final List<String> UNIT_KEYS = SCHEMA.at("单位").keys();
    private static final List<String> COLLECTIVE_KEYS = SCHEMA.at("统称").keys();
    private static final List<String> KINDS =
            Arrays.stream(UnitKind.values()).map(UnitKind::label).toList();
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    private final Problems problems;
    private final UnaryOperator<String> pinyin;

    /**
     * @param pinyin names in pinyin
     */
    UnitRegisterReader(Problems problems, UnaryOperator<String> pinyin) {
        this.problems = problems;
        this.pinyin = pinyin;
    }

    UnitRegister read(SourceFile source) {
        Optional<Fields> read = Fields.read(source, SCHEMA.allKeys(), problems);
        if (read.isEmpty()) {
            return UnitRegister.unread();
        }
        Fields fields = read.get();
        fields.rejectUnknown(SCHEMA.keys(), Severity.ERROR);
        List<Unit> units = units(fields.list("单位", "名称"));
        UnitRegister register = new UnitRegister(units, List.of());
        return new UnitRegister(units, collectives(fields.list("统称"), register));
    }

    private List<Unit> units(List<Fields> entries) {
        Slugs slugs = new Slugs(pinyin);
        Map<String, Place> codes = new HashMap<>();
        for (Fields fields : entries) {
            String code = fields.text("代码");
            if (code != null) {
                slugs.take(code.toLowerCase(Locale.ROOT));
            }
        }
        Map<String, Place> names = new HashMap<>();
        List<Unit> units = new ArrayList<>();
        for (Fields fields : entries) {
            fields.rejectUnknown(UNIT_KEYS, Severity.ERROR);
            String name = fields.required("名称", "县财政局");
            if (name == null) {
                continue;
            }
            reportTaken(names, UnitRegister.key(name), "unit-name", "单位“" + name + "”", fields);
            UnitKind kind = fields.choice("类别", UnitKind::ofLabel, KINDS);
            units.add(
                    new Unit(
                            fields.start(),
                            name,
                            code(fields, name, slugs, codes),
                            fields.names("简称"),
                            fields.names("曾用名"),
                            kind == null ? UnitKind.OTHER : kind,
                            fields.text("电话"),
                            fields.text("地址"),
                            fields.text("办公时间"),
                            fields.text("负责人"),
                            fields.text("职能")));
        }
        for (Unit unit : units) {
            for (String alias : unit.aliases()) {
                Place other = names.putIfAbsent(UnitRegister.key(alias), unit.at());
                if (other != null && !other.equals(unit.at())) {
                    problems.warning(
                            "unit-name",
                            unit.at(),
                            "“" + alias + "”同时是另一个单位的名称（" + other.text() + "）。",
                            "请去掉其中一处，否则任务会记到先登记的单位名下。");
                }
            }
        }
        return units;
    }

    private String code(Fields fields, String name, Slugs slugs, Map<String, Place> codes) {
        String code = fields.text("代码");
        if (code == null) {
            return slugs.of(name);
        }
        if (!CODE.matcher(code).matches()) {
            problems.error(
                    "unit-code",
                    fields.at("代码"),
                    "代码“" + code + "”不能用作网址。",
                    "请只用字母、数字和“-”，例如 caizhengju。");
        }
        reportTaken(codes, code.toLowerCase(Locale.ROOT), "unit-code", "代码“" + code + "”", fields);
        return code;
    }

    private void reportTaken(
            Map<String, Place> taken, String key, String check, String what, Fields fields) {
        Place other = taken.putIfAbsent(key, fields.start());
        if (other != null) {
            problems.error(
                    check,
                    fields.start(),
                    what + "重复，" + other.text() + "已有。",
                    "请只保留一处，或者改成不同的" + (check.equals("unit-code") ? "代码。" : "名称。"));
        }
    }

    private List<CollectiveName> collectives(List<Fields> entries, UnitRegister register) {
        List<CollectiveName> collectives = new ArrayList<>();
        Members members = new Members(entries, register);
        Map<String, Place> names = new HashMap<>();
        for (Fields fields : entries) {
            fields.rejectUnknown(COLLECTIVE_KEYS, Severity.ERROR);
            String name = fields.required("名称", "各镇街");
            if (name == null) {
                continue;
            }
            reportTaken(names, UnitRegister.key(name), "unit-name", "统称“" + name + "”", fields);
            register.unit(name)
                    .ifPresent(
                            unit ->
                                    problems.warning(
                                            "unit-name",
                                            fields.start(),
                                            "统称“" + name + "”同时是一个单位的名称（" + unit.at().text() + "）。",
                                            "请去掉其中一处，否则任务会记到这个单位名下。"));
            boolean open = fields.flag("开放");
            List<String> codes = members.of(fields);
            if (!open && codes.isEmpty() && !fields.has("成员")) {
                problems.warning(
                        "collective-empty",
                        fields.start(),
                        "统称“" + name + "”里没有一个单位。",
                        "请填写“类别”或“成员”；如果不应展开，请写“开放: true”。");
            }
            collectives.add(
                    new CollectiveName(fields.start(), name, fields.names("别名"), codes, open));
        }
        return collectives;
    }

    /** Whom collective names stand for; one may name another, whichever of them stands first. */
    private final class Members {
        private final UnitRegister register;
        private final Map<String, Fields> byName = new HashMap<>();
        private final Map<Fields, List<String>> known = new IdentityHashMap<>();

        Members(List<Fields> entries, UnitRegister register) {
            this.register = register;
            for (Fields fields : entries) {
                Stream.concat(fields.texts("名称").stream(), fields.names("别名").stream())
                        .forEach(name -> byName.putIfAbsent(UnitRegister.key(name), fields));
            }
        }

        List<String> of(Fields fields) {
            if (known.containsKey(fields)) {
                return known.get(fields);
            }
            // Two that name each other end here.
            known.put(fields, List.of());
            List<String> codes = fields.flag("开放") ? List.of() : codes(fields);
            known.put(fields, codes);
            return codes;
        }

        private List<String> codes(Fields fields) {
            Set<String> codes = new LinkedHashSet<>();
            List<String> kinds = fields.names("类别");
            for (String kind : kinds) {
                if (UnitKind.ofLabel(kind).isEmpty()) {
                    problems.error(
                            "value",
                            fields.at("类别"),
                            "“类别”不能写成“" + kind + "”。",
                            "可以写：" + String.join("、", KINDS) + "。");
                }
            }
            register.units().stream()
                    .filter(unit -> kinds.contains(unit.kind().label()))
                    .forEach(unit -> codes.add(unit.code()));
            for (String member : fields.names("成员")) {
                Optional<Unit> unit = register.unit(member);
                Fields collective = byName.get(UnitRegister.key(member));
                if (unit.isPresent()) {
                    codes.add(unit.get().code());
                } else if (collective != null) {
                    codes.addAll(of(collective));
                } else {
                    reportUnknown(member, fields);
                }
            }
            return List.copyOf(codes);
        }

        private void reportUnknown(String member, Fields fields) {
            List<String> names = register.units().stream().map(Unit::name).toList();
            List<String> nearest = Similar.nearest(member, names, 1);
            problems.warning(
                    "unknown-unit",
                    fields.at("成员"),
                    "单位名录里没有“" + member + "”。",
                    nearest.isEmpty() ? "请先在“单位”里登记。" : "是不是“" + nearest.get(0) + "”？");
        }
    }
}
