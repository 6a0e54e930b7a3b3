/**
 * What an earlier build made, and of what: whatever would surely be made the same is not made
 * again.
 */
package org.gongkai.cache;
