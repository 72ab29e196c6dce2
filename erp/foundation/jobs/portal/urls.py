"""Addresses of long jobs."""

from django.urls import path

from erp.foundation.jobs.portal.jobs import CancelJob, JobList, JobPage, JobPart, ResumeJob

app_name = "jobs"
urlpatterns = [
    path("jobs/", JobList.as_view(), name="list"),
    path("jobs/<int:pk>/", JobPage.as_view(), name="job"),
    path("jobs/<int:pk>/part/", JobPart.as_view(), name="part"),
    path("jobs/<int:pk>/cancel/", CancelJob.as_view(), name="cancel"),
    path("jobs/<int:pk>/resume/", ResumeJob.as_view(), name="resume"),
]
