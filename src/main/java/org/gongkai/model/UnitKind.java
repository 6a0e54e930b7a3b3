package org.gongkai.model;

import java.util.Arrays;
import java.util.Optional;

/** 类别 of a unit, in the order in which a government lists its units. */
public enum UnitKind {
    GOVERNMENT_OFFICE("政府办公室"),
    DEPARTMENT("政府部门"),
    TOWNSHIP("乡镇"),
    SUBDISTRICT("街道"),
    DEVELOPMENT_ZONE("开发区"),
    PARTY_OR_MASS_ORGANISATION("党群机构"),
    VERTICALLY_MANAGED("垂直管理"),
    PUBLIC_INSTITUTION("事业单位"),
    ENTERPRISE("企业"),
    OTHER("其他");

    private final String label;

    UnitKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<UnitKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }
}
