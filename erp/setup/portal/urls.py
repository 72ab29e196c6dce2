"""Addresses of the settings."""

from django.urls import path

from erp.setup.portal import companies, founding, home, parts

app_name = "setup"

urlpatterns = [
    path("setup/", home.Home.as_view(), name="home"),
    path("setup/found/", founding.FoundCompany.as_view(), name="found"),
    path("setup/companies/", companies.CompanyList.as_view(), name="companies"),
    path("setup/companies/<int:pk>/", companies.CompanyPage.as_view(), name="company"),
    path("setup/companies/<int:pk>/edit/", companies.EditCompany.as_view(), name="edit-company"),
    path("setup/branches/", parts.BranchList.as_view(), name="branches"),
    path("setup/branches/new/", parts.NewBranch.as_view(), name="new-branch"),
    path("setup/branches/<int:pk>/", parts.BranchPage.as_view(), name="branch"),
    path("setup/branches/<int:pk>/rename/", parts.RenameBranch.as_view(), name="rename-branch"),
    path("setup/departments/", parts.DepartmentList.as_view(), name="departments"),
    path("setup/departments/new/", parts.NewDepartment.as_view(), name="new-department"),
    path("setup/departments/<int:pk>/", parts.DepartmentPage.as_view(), name="department"),
    path("setup/departments/<int:pk>/rename/", parts.RenameDepartment.as_view(), name="rename-department"),
    path("setup/channels/", parts.ChannelList.as_view(), name="channels"),
    path("setup/channels/new/", parts.NewChannel.as_view(), name="new-channel"),
    path("setup/channels/<int:pk>/", parts.ChannelPage.as_view(), name="channel"),
    path("setup/channels/<int:pk>/rename/", parts.RenameChannel.as_view(), name="rename-channel"),
]
