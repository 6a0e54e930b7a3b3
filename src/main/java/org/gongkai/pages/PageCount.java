package org.gongkai.pages;

/** Is told how many pages are done. */
@FunctionalInterface
public interface PageCount {
    void done(int pages, int all);
}
