/**
 * Crowd's managers on a database. They behave as Crowd's do, the unpleasant parts included; what is
 * not known about Crowd is a switch of {@link org.scimforcrowd.devhost.crowd.Uncertain}. {@link
 * org.scimforcrowd.devhost.crowd.CrowdStandIn} is the door.
 */
package org.scimforcrowd.devhost.crowd;
